import type { Queries } from '#server/platform/db/queries.ts'
import type { ApiTokensRow } from '#server/platform/db/tables.ts'

/** The token with this hash, or null; whether it is still valid is for the caller to say. */
export async function findToken(q: Queries, hash: Buffer): Promise<ApiTokensRow | null> {
  const row = await q.selectFrom('api_tokens').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row ?? null
}

/** Notes that a token was used, unless somebody noted it since `before`. */
export async function markTokenUsed(q: Queries, hash: Buffer, now: Date, before: Date): Promise<void> {
  await q
    .updateTable('api_tokens')
    .set({ last_used_at: now })
    .where('hash', '=', hash)
    .where(eb => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', before)]))
    .execute()
}

/** Keeps a token; one with the same hash stays as it is. */
export async function addToken(q: Queries, token: Omit<ApiTokensRow, 'last_used_at'>): Promise<void> {
  await q
    .insertInto('api_tokens')
    .values(token)
    .onConflict(conflict => conflict.column('hash').doNothing())
    .execute()
}

/** The tokens of one person, newest first. */
export function listTokens(q: Queries, workspaceId: string, userId: string): Promise<ApiTokensRow[]> {
  return q
    .selectFrom('api_tokens')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .execute()
}

/** Removes one token of a person; gives its name, or null if there was none. */
export async function removeToken(
  q: Queries,
  workspaceId: string,
  userId: string,
  id: string,
): Promise<string | null> {
  const row = await q
    .deleteFrom('api_tokens')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name ?? null
}

/** Removes all tokens of a person (A5). */
export async function removeTokensOf(q: Queries, workspaceId: string, userId: string): Promise<void> {
  await q
    .deleteFrom('api_tokens')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute()
}
