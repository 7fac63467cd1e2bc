import { sql } from 'kysely'
import { type AccessLevel, higher } from '#domain/people/access-level.ts'
import {
  type Permission,
  permissionsOf,
  type Role,
  rolesWithAllChannels,
} from '#domain/people/permissions.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A person as somebody who might be given a case in a channel. */
export type Assignee = {
  id: string
  name: string
  active: boolean
  worksCases: boolean
  /** Their level on the channel in question. */
  level: AccessLevel
  /** In the channel's group, or the channel has none. */
  inGroup: boolean
}

type Found = {
  id: string
  name: string
  active: boolean
  role: Role
  permissions: string[]
  levels: AccessLevel[] | null
  in_group: boolean
}

/** One person, seen from a channel; undefined if the workspace has nobody of that id. */
export async function findAssignee(tx: Tx, userId: string, channelId: string): Promise<Assignee | undefined> {
  const found = await people(tx, channelId, sql`u.id = ${userId}`)
  return found[0]
}

/** Some people, seen from a channel. */
export async function findAssignees(
  tx: Tx,
  userIds: readonly string[],
  channelId: string,
): Promise<Assignee[]> {
  return people(tx, channelId, sql`u.id = any(${[...userIds]}::uuid[])`)
}

/** The members of a team, seen from a channel. */
export async function findTeamMembers(tx: Tx, teamId: string, channelId: string): Promise<Assignee[]> {
  return people(
    tx,
    channelId,
    sql`u.id in (select m.user_id from team_members m where m.workspace_id = ${tx.workspaceId} and m.team_id = ${teamId})`,
  )
}

async function people(tx: Tx, channelId: string, which: ReturnType<typeof sql>): Promise<Assignee[]> {
  const found = await sql<Found>`
    select u.id, u.name, u.active, u.role, u.permissions,
      (select array_agg(a.level) from channel_access a
        where a.workspace_id = ${tx.workspaceId} and a.channel_id = ${channelId}
          and a.subject in ('role:' || u.role, 'user:' || u.id)) as levels,
      not exists (select from channels c where c.workspace_id = ${tx.workspaceId} and c.id = ${channelId}
        and c.group_id is not null and not exists (select from group_members g
          where g.workspace_id = ${tx.workspaceId} and g.group_id = c.group_id and g.user_id = u.id)) as in_group
    from users u where u.workspace_id = ${tx.workspaceId} and ${which}`.execute(tx.q)
  return found.rows.map(describe)
}

function describe(row: Found): Assignee {
  const overall = rolesWithAllChannels.includes(row.role)
  return {
    id: row.id,
    name: row.name,
    active: row.active,
    worksCases: permissionsOf(row.role, row.permissions as Permission[]).includes('cases.manage'),
    level: overall ? 'full' : (row.levels ?? []).reduce<AccessLevel>(higher, 'no_access'),
    inGroup: overall || row.in_group,
  }
}
