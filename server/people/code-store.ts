import type { Queries } from '#server/platform/db/queries.ts'

/** The purposes of one-time codes. */
export type Purpose = 'setup' | 'invitation'

/** What a code stands for. */
export type CodeFor = { workspaceId: string | null; invitationId: string | null }

/** Keeps the hash of a one-time code (A4). */
export async function addCode(
  q: Queries,
  code: { hash: Buffer; purpose: Purpose; expiresAt: Date } & Partial<CodeFor>,
): Promise<void> {
  await q
    .insertInto('one_time_codes')
    .values({
      hash: code.hash,
      purpose: code.purpose,
      workspace_id: code.workspaceId ?? null,
      invitation_id: code.invitationId ?? null,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** What a code that is still good stands for, or null. */
export async function findCode(
  q: Queries,
  purpose: Purpose,
  hash: Buffer,
  now: Date,
): Promise<CodeFor | null> {
  const row = await q
    .selectFrom('one_time_codes')
    .select(['workspace_id', 'invitation_id'])
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { workspaceId: row.workspace_id, invitationId: row.invitation_id } : null
}

/** Uses a code up: false if it was used, withdrawn or is over (A4: once, also in a race). */
export async function useCode(q: Queries, purpose: Purpose, hash: Buffer, now: Date): Promise<boolean> {
  const row = await q
    .deleteFrom('one_time_codes')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('purpose')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes all codes of a purpose, or those that are over. */
export async function removeCodes(q: Queries, which: { purpose: Purpose } | { before: Date }): Promise<void> {
  const all = q.deleteFrom('one_time_codes')
  await ('purpose' in which
    ? all.where('purpose', '=', which.purpose)
    : all.where('expires_at', '<', which.before)
  ).execute()
}
