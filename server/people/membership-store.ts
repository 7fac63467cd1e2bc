import type { Queries } from '#server/platform/db/queries.ts'

/** The workspaces of a login with the person it is in each, the first joined first (ids sort by creation). */
export function listMemberships(
  q: Queries,
  loginId: string,
): Promise<{ workspace_id: string; user_id: string }[]> {
  return q
    .selectFrom('memberships')
    .select(['workspace_id', 'user_id'])
    .where('login_id', '=', loginId)
    .orderBy('user_id')
    .execute()
}

/** Makes a login a person of a workspace. */
export async function addMembership(
  q: Queries,
  membership: { loginId: string; workspaceId: string; userId: string },
): Promise<void> {
  await q
    .insertInto('memberships')
    .values({
      login_id: membership.loginId,
      workspace_id: membership.workspaceId,
      user_id: membership.userId,
    })
    .execute()
}

/** The login of a person, or null. */
export async function findLoginOf(q: Queries, workspaceId: string, userId: string): Promise<string | null> {
  const row = await q
    .selectFrom('memberships')
    .select('login_id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.login_id ?? null
}
