import { sql } from 'kysely'
import type { Database } from '#server/platform/db/transaction.ts'

/** Does the database answer? Throws if not. */
export async function findDatabaseAlive(database: Database): Promise<void> {
  await sql`select 1`.execute(database.global)
}

/** Jobs in the queue: waiting, running, and given up after their last try. */
export async function findQueueLength(
  database: Database,
): Promise<{ waiting: number; running: number; givenUp: number }> {
  const counted = await sql<{ waiting: string; running: string; given_up: string }>`
    select count(*) filter (where locked_at is null and attempts < max_attempts) as waiting,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where attempts >= max_attempts and locked_at is null) as given_up
    from graphile_worker._private_jobs`.execute(database.global)
  const row = counted.rows[0]!
  return { waiting: Number(row.waiting), running: Number(row.running), givenUp: Number(row.given_up) }
}

/** Every workspace of this database, for work that comes round for each. */
export async function findWorkspaceIds(database: Database): Promise<string[]> {
  const rows = await database.global.selectFrom('workspaces').select('id').execute()
  return rows.map(row => row.id)
}

/** Can this login pass row-level security by itself? Then each transaction takes on a lesser role (Z3). */
export async function findPassesWalls(database: Database): Promise<boolean> {
  const found = await sql<{ passes: boolean }>`
    select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`.execute(
    database.global,
  )
  return found.rows[0]?.passes ?? false
}

/** Settings without which an acknowledged write could be lost (SURVIVE §3, acks). */
export async function findUnsafeSettings(database: Database): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select name from pg_settings where (name in ('fsync', 'full_page_writes') and setting = 'off')
      or (name = 'synchronous_commit' and setting = 'off')`.execute(database.global)
  return found.rows.map(row => row.name)
}

/** The workspace that was made first, if there is one. */
export async function findFirstWorkspaceId(database: Database): Promise<string | null> {
  const row = await database.global
    .selectFrom('workspaces')
    .select('id')
    .orderBy('created_at')
    .limit(sql.lit(1))
    .executeTakeFirst()
  return row?.id ?? null
}

/** The workspace that was made first, and its first owner. */
export async function findFirstWorkspaceAndOwner(
  database: Database,
): Promise<{ workspaceId: string; userId: string } | null> {
  const workspaceId = await findFirstWorkspaceId(database)
  if (!workspaceId) return null
  const owner = await database.read(workspaceId, tx =>
    tx.q
      .selectFrom('users')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('role', '=', 'owner')
      .orderBy('created_at')
      .limit(sql.lit(1))
      .executeTakeFirst(),
  )
  return owner ? { workspaceId, userId: owner.id } : null
}
