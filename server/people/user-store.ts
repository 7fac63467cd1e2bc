import { type SqlBool, sql } from 'kysely'
import type { Reference } from '#domain/kernel/shapes.ts'
import { type Permission, permissionsOfRole, type Role } from '#domain/people/permissions.ts'
import type { UsersQuery } from '#domain/people/wire.ts'
import type { UsersRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A person as shown: with the names of their teams and groups. */
export type ShownUser = Omit<UsersRow, 'role' | 'permissions'> & {
  role: Role
  permissions: Permission[]
  teams: Reference[]
  groups: Reference[]
}

const columns = sql`u.*,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name) from team_members m
    join teams t on t.workspace_id = m.workspace_id and t.id = m.team_id
    where m.workspace_id = u.workspace_id and m.user_id = u.id), '[]') as teams,
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from group_members m
    join groups g on g.workspace_id = m.workspace_id and g.id = m.group_id
    where m.workspace_id = u.workspace_id and m.user_id = u.id), '[]') as groups`

const rolesWorkingCases = Object.entries(permissionsOfRole).flatMap(([role, held]) =>
  held.includes('cases.manage') ? [role] : [],
)

/** People by name, one page; `after` is the last name and id of the page before. */
export async function listUsers(
  tx: Tx,
  query: UsersQuery,
  after: [string, string] | null,
): Promise<ShownUser[]> {
  const place = after ? sql<SqlBool>`(u.name, u.id) > (${after[0]}, ${after[1]}::uuid)` : sql<SqlBool>`true`
  const active = query.active === undefined ? sql<SqlBool>`true` : sql<SqlBool>`u.active = ${query.active}`
  const works = sql<SqlBool>`(u.active and (u.role = any(${rolesWorkingCases})
    or (u.role = 'custom' and 'cases.manage' = any(u.permissions))))`
  const working =
    query.worksCases === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${works} = ${query.worksCases}`
  const answer = await sql<ShownUser>`
    select ${columns} from users u
    where u.workspace_id = ${tx.workspaceId} and ${active} and ${working} and ${place}
    order by u.name, u.id limit ${sql.lit(query.limit + 1)}`.execute(tx.q)
  return answer.rows
}

/** One person, or null; `lock` holds them until the transaction ends. */
export async function findUser(tx: Tx, id: string, lock: 'for update' | ''): Promise<ShownUser | null> {
  const answer = await sql<ShownUser>`
    select ${columns} from users u where u.workspace_id = ${tx.workspaceId} and u.id = ${id}
    ${lock ? sql`for update of u` : sql``}`.execute(tx.q)
  return answer.rows[0] ?? null
}

/** Locks the active owners, so that two of them cannot leave at once; gives their number. */
export async function lockOwners(tx: Tx): Promise<number> {
  const rows = await tx.q
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length
}

/** Which of these people exist, and whether they are active. */
export async function findPeople(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; active: boolean; role: Role }[]> {
  if (ids.length === 0) return []
  return tx.q
    .selectFrom('users')
    .select(['id', 'active', 'role'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Is there a person with this e-mail? */
export async function emailIsTaken(tx: Tx, email: string): Promise<boolean> {
  const row = await tx.q
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a person. */
export async function addUser(
  tx: Tx,
  user: { id: string; name: string; email: string; role: Role; timeZone?: string },
): Promise<void> {
  await tx.q
    .insertInto('users')
    .values({
      workspace_id: tx.workspaceId,
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      created_at: tx.now,
      ...(user.timeZone ? { time_zone: user.timeZone } : {}),
    })
    .execute()
}

/** What of a person may be changed. */
export type UserChange = Partial<Pick<UsersRow, 'name' | 'active' | 'time_zone'>> & {
  role?: Role
  permissions?: string[]
}

/** Changes a person and counts their version up. */
export async function updateUser(tx: Tx, id: string, change: UserChange): Promise<void> {
  await tx.q
    .updateTable('users')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** The name of the workspace. */
export async function findWorkspaceName(tx: Tx): Promise<string> {
  const row = await tx.q
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** The active owner who has been there longest, or null. */
export async function findFirstOwner(tx: Tx): Promise<string | null> {
  const row = await tx.q
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What /me shows beyond the actor. */
export type OwnFacts = {
  email: string
  time_zone: string
  workspace: string
  two_factor: boolean
}

/** A person's own facts, with their workspace's name and whether their login has a second factor. */
export async function findOwnFacts(tx: Tx, userId: string): Promise<OwnFacts> {
  const answer = await sql<OwnFacts>`
    select u.email, u.time_zone, w.name as workspace, coalesce(l.two_factor_enabled, false) as two_factor
    from users u
    join workspaces w on w.id = u.workspace_id
    left join memberships m on m.workspace_id = u.workspace_id and m.user_id = u.id
    left join login l on l.id = m.login_id
    where u.workspace_id = ${tx.workspaceId} and u.id = ${userId}`.execute(tx.q)
  return answer.rows[0]!
}
