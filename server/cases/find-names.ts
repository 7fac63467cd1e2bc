import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** The name of a person, for events and refusals. */
export async function findUserName(tx: Tx, userId: string): Promise<string> {
  const row = await tx.q
    .selectFrom('users')
    .select('name')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** A team by id. */
export async function findTeam(tx: Tx, teamId: string): Promise<{ id: string; name: string } | undefined> {
  return tx.q
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', teamId)
    .executeTakeFirst()
}

/** A case type by id, or the workspace's usual one when no id is given. */
export async function findCaseType(
  tx: Tx,
  by: { id: string } | { name: string },
): Promise<{ id: string; name: string } | undefined> {
  const query = tx.q
    .selectFrom('case_types')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspaceId)
  return ('id' in by ? query.where('id', '=', by.id) : query.where('name', '=', by.name)).executeTakeFirst()
}

/** All case types in their order. */
export async function listCaseTypes(tx: Tx) {
  return tx.q
    .selectFrom('case_types')
    .select(['id', 'name', 'built_in'])
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('position')
    .orderBy('name')
    .execute()
}

/** The workspace's tags by name. */
export async function listTags(tx: Tx) {
  return tx.q
    .selectFrom('tags')
    .select(['name', 'kind'])
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('name')
    .limit(sql.lit(2_000))
    .execute()
}

/** What opening a case must know of its channel. */
export async function findChannelForCase(tx: Tx, channelId: string) {
  return tx.q
    .selectFrom('channels')
    .select(['id', 'kind', 'name', 'options'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', channelId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}
