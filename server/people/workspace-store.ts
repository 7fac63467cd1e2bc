import { sql } from 'kysely'
import type { Queries } from '#server/platform/db/queries.ts'
import type { Tx } from '#server/platform/db/tx.ts'

const setUpLock = 748_302_116

/** Lets nobody else set up until this transaction ends. */
export async function lockSetUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(tx.q)
}

/** The oldest workspace, or null while there is none. */
export async function findFirstWorkspace(q: Queries): Promise<string | null> {
  const row = await q
    .selectFrom('workspaces')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(sql.lit(1))
    .executeTakeFirst()
  return row?.id ?? null
}

/** Adds the workspace that the transaction stands in. */
export async function addWorkspace(tx: Tx, name: string, secret: Buffer): Promise<void> {
  await tx.q
    .insertInto('workspaces')
    .values({ id: tx.workspaceId, name, secret, created_at: tx.now })
    .execute()
}
