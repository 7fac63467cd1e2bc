import { createHash } from 'node:crypto'
import { DAY } from '#domain/kernel/moments.ts'
import type { Claim } from '#server/platform/db/claim.ts'
import type { Database } from '#server/platform/db/transaction.ts'

/** What is known of a key: nothing, an answer to repeat, or a reason to refuse. */
export type Known =
  | { kind: 'new' }
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'other_request' }
  | { kind: 'unfinished' }

/** Method, address and body of a request, as one hash: the same key for another request is refused. */
export function fingerprintOf(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest()
}

/** Looks a key up. */
export async function recall(database: Database, claim: Claim): Promise<Known> {
  const row = await database.read(claim.workspaceId, tx =>
    tx.q
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'status', 'body'])
      .where('workspace_id', '=', claim.workspaceId)
      .where('owner', '=', claim.owner)
      .where('key', '=', claim.key)
      .executeTakeFirst(),
  )
  if (!row) return { kind: 'new' }
  if (!row.fingerprint.equals(claim.fingerprint)) return { kind: 'other_request' }
  if (row.status === null) return { kind: 'unfinished' }
  return { kind: 'answered', status: row.status, body: row.body ?? '' }
}

/** Keeps the answer for whoever asks again with the same key. */
export async function remember(
  database: Database,
  claim: Claim,
  status: number,
  body: string,
): Promise<void> {
  await database.write(claim.workspaceId, async tx => {
    await tx.q
      .insertInto('idempotency_keys')
      .values({
        workspace_id: claim.workspaceId,
        owner: claim.owner,
        key: claim.key,
        fingerprint: claim.fingerprint,
        status,
        body,
        created_at: tx.now,
      })
      .onConflict(conflict =>
        // An answer that has been given stays: a rival with the same key must not replace it by its refusal (I1).
        conflict
          .columns(['workspace_id', 'owner', 'key'])
          .doUpdateSet({ status, body })
          .where('idempotency_keys.status', 'is', null),
      )
      .execute()
  })
}

/** Forgets keys older than two days; callers were promised one (I1). */
export async function forgetOldKeys(database: Database, workspaceId: string): Promise<void> {
  await database.write(workspaceId, async tx => {
    await tx.q
      .deleteFrom('idempotency_keys')
      .where('workspace_id', '=', workspaceId)
      .where('created_at', '<', new Date(tx.now.getTime() - 2 * DAY))
      .execute()
  })
}
