import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reference } from '#domain/kernel/shapes.ts'
import { rolesWithAllChannels } from '#domain/people/permissions.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** Two kinds of circles of people: teams, which work together, and groups, which share channels. */
export type CircleKind = 'team' | 'group'

/** A circle with its members; a group also with its channels. */
export type Circle = {
  id: string
  name: string
  version: number
  members: Reference[]
  channels: Reference[]
}

const tables = {
  team: { circles: sql.table('teams'), members: sql.table('team_members'), key: sql.ref('team_id') },
  group: { circles: sql.table('groups'), members: sql.table('group_members'), key: sql.ref('group_id') },
}

function columns(kind: CircleKind): RawBuilder<unknown> {
  const { members, key } = tables[kind]
  const channels =
    kind === 'team'
      ? sql`'[]'::json`
      : sql`coalesce((select json_agg(json_build_object('id', ch.id, 'name', ch.name) order by ch.name)
          from channels ch where ch.workspace_id = c.workspace_id and ch.group_id = c.id
            and ch.deleted_at is null), '[]')`
  return sql`c.id, c.name, c.version, ${channels} as channels,
    coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name) from ${members} m
      join users u on u.workspace_id = m.workspace_id and u.id = m.user_id
      where m.workspace_id = c.workspace_id and m.${key} = c.id), '[]') as members`
}

/** Circles by name, one page. */
export async function listCircles(
  tx: Tx,
  kind: CircleKind,
  limit: number,
  after: [string, string] | null,
): Promise<Circle[]> {
  const place = after ? sql<SqlBool>`(c.name, c.id) > (${after[0]}, ${after[1]}::uuid)` : sql<SqlBool>`true`
  const answer = await sql<Circle>`
    select ${columns(kind)} from ${tables[kind].circles} c
    where c.workspace_id = ${tx.workspaceId} and ${place}
    order by c.name, c.id limit ${sql.lit(limit + 1)}`.execute(tx.q)
  return answer.rows
}

/** One circle, or null; `lock` holds it until the transaction ends. */
export async function findCircle(
  tx: Tx,
  kind: CircleKind,
  id: string,
  lock: 'for update' | '',
): Promise<Circle | null> {
  const answer = await sql<Circle>`
    select ${columns(kind)} from ${tables[kind].circles} c
    where c.workspace_id = ${tx.workspaceId} and c.id = ${id}
    ${lock ? sql`for update of c` : sql``}`.execute(tx.q)
  return answer.rows[0] ?? null
}

/** Adds a circle without members. */
export async function addCircle(tx: Tx, kind: CircleKind, id: string, name: string): Promise<void> {
  await sql`insert into ${tables[kind].circles} (workspace_id, id, name, created_at)
    values (${tx.workspaceId}, ${id}, ${name}, ${tx.now})`.execute(tx.q)
}

/** Changes the name and counts the version up. */
export async function updateCircle(tx: Tx, kind: CircleKind, id: string, name: string): Promise<void> {
  await sql`update ${tables[kind].circles} set name = ${name}, version = version + 1
    where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.q)
}

/** Makes people members; who is one already stays one. */
export async function addMembers(
  tx: Tx,
  kind: CircleKind,
  id: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  await sql`insert into ${tables[kind].members} (workspace_id, ${tables[kind].key}, user_id)
    select ${tx.workspaceId}::uuid, ${id}::uuid, unnest(${[...userIds]}::uuid[])
    on conflict do nothing`.execute(tx.q)
}

/** Ends memberships. */
export async function removeMembers(
  tx: Tx,
  kind: CircleKind,
  id: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  await sql`delete from ${tables[kind].members}
    where workspace_id = ${tx.workspaceId} and ${tables[kind].key} = ${id}
      and user_id = any(${[...userIds]}::uuid[])`.execute(tx.q)
}

/** Removes a circle and its memberships. A foreign key breaks if it is still used. */
export async function removeCircle(tx: Tx, kind: CircleKind, id: string): Promise<void> {
  await sql`delete from ${tables[kind].circles}
    where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.q)
}

/** Which of these circles exist. */
export async function findCircles(tx: Tx, kind: CircleKind, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const answer = await sql<{ id: string }>`select c.id from ${tables[kind].circles} c
    where c.workspace_id = ${tx.workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(tx.q)
  return answer.rows.map(row => row.id)
}

/** The one group of a workspace that has no second one, else null. */
export async function findOnlyGroup(tx: Tx): Promise<string | null> {
  const rows = await tx.q
    .selectFrom('groups')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .limit(sql.lit(2))
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}

/** Those of these people who have not even Read Only on any channel of a group that has channels (AX-14). */
export async function findWithoutReach(
  tx: Tx,
  groupId: string,
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return []
  const answer = await sql<{ id: string }>`
    select u.id from users u
    where u.workspace_id = ${tx.workspaceId} and u.id = any(${[...userIds]}::uuid[])
      and u.role <> all(${rolesWithAllChannels})
      and exists (select 1 from channels c where c.workspace_id = ${tx.workspaceId}
        and c.group_id = ${groupId} and c.deleted_at is null)
      and not exists (select 1 from channels c
        join channel_access a on a.workspace_id = c.workspace_id and a.channel_id = c.id
        where c.workspace_id = ${tx.workspaceId} and c.group_id = ${groupId} and c.deleted_at is null
          and a.subject in ('user:' || u.id::text, 'role:' || u.role) and a.level <> 'no_access')`.execute(
    tx.q,
  )
  return answer.rows.map(row => row.id)
}

/** What still uses a circle: names of channels, and whether there are cases. */
export async function findUses(
  tx: Tx,
  kind: CircleKind,
  id: string,
): Promise<{ channels: string[]; cases: boolean }> {
  const used =
    kind === 'team'
      ? sql<SqlBool>`c.options ->> 'defaultTeamId' = ${id}`
      : sql<SqlBool>`c.group_id = ${id}::uuid`
  const cases =
    kind === 'team'
      ? sql<boolean>`exists (select 1 from cases k where k.workspace_id = ${tx.workspaceId} and k.team_id = ${id})`
      : sql<boolean>`false`
  const answer = await sql<{ channels: string[]; cases: boolean }>`
    select array(select c.name from channels c where c.workspace_id = ${tx.workspaceId}
      and c.deleted_at is null and ${used} order by c.name limit 5) as channels, ${cases} as cases`.execute(
    tx.q,
  )
  return answer.rows[0]!
}
