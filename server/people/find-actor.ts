import { sql } from 'kysely'
import { type AccessLevel, higher, reaches } from '#domain/people/access-level.ts'
import type { Actor } from '#domain/people/actor.ts'
import {
  type Permission,
  permissionsOf,
  type Role,
  rolesWithAllChannels,
} from '#domain/people/permissions.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** Who is asked for: the person of a login, or a person by id. */
export type Wanted = { loginId: string } | { userId: string }

type ActorRow = {
  id: string
  name: string
  role: Role
  permissions: Permission[]
  team_ids: string[]
  group_ids: string[]
  /** Channel, subject, level. */
  access: [string, string, AccessLevel][]
  all_channels: string[]
}

/** The active person behind a request, with everything that decides what they may do, in one query; null if there is none. */
export async function findActor(tx: Tx, wanted: Wanted): Promise<Actor | null> {
  const answer = await sql<ActorRow>`
    select u.id, u.name, u.role, u.permissions,
      array(select m.team_id from team_members m
        where m.workspace_id = ${tx.workspaceId} and m.user_id = u.id) as team_ids,
      array(select m.group_id from group_members m
        where m.workspace_id = ${tx.workspaceId} and m.user_id = u.id) as group_ids,
      coalesce((select json_agg(json_build_array(a.channel_id, a.subject, a.level)) from channel_access a
        where a.workspace_id = ${tx.workspaceId}
          and a.subject in ('user:' || u.id::text, 'role:' || u.role)), '[]') as access,
      case when u.role = any(${rolesWithAllChannels})
        then array(select c.id from channels c where c.workspace_id = ${tx.workspaceId})
        else '{}' end as all_channels
    from users u
    where u.workspace_id = ${tx.workspaceId} and u.active and u.id = ${userOf(tx, wanted)}`.execute(tx.q)
  const row = answer.rows[0]
  return row ? actorFrom(tx.workspaceId, row) : null
}

function userOf(tx: Tx, wanted: Wanted) {
  return 'userId' in wanted
    ? sql`${wanted.userId}`
    : sql`(select m.user_id from memberships m where m.login_id = ${wanted.loginId} and m.workspace_id = ${tx.workspaceId})`
}

function actorFrom(workspaceId: string, row: ActorRow): Actor {
  const channelLevels: Record<string, AccessLevel> = {}
  const memberOfChannels: string[] = []
  for (const [channelId, subject, level] of row.access) {
    channelLevels[channelId] = higher(channelLevels[channelId] ?? 'no_access', level)
    if (subject.startsWith('user:') && reaches(level, 'read_only')) memberOfChannels.push(channelId)
  }
  for (const channelId of row.all_channels) channelLevels[channelId] = 'full'
  return {
    workspaceId,
    userId: row.id,
    name: row.name,
    role: row.role,
    permissions: permissionsOf(row.role, row.permissions),
    channelLevels,
    memberOfChannels,
    teamIds: row.team_ids,
    groupIds: row.group_ids,
  }
}
