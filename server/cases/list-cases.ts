import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { statusesOf } from '#domain/cases/status.ts'
import type { caseQueryShape } from '#domain/cases/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { readCursor, writeCursor } from '#server/platform/http/cursor.ts'
import { visibleTo } from './find-visible.ts'
import { matchingWords } from './search-cases.ts'

export type CaseFilter = z.output<typeof caseQueryShape>

/** A case with the names that a row shows. */
export type NamedCase = CasesRow & {
  type_name: string
  channel_name: string
  team_name: string | null
  assignee_name: string | null
  customer_name: string | null
  customer_handle: string | null
}

/** One page of cases that the actor may see, by keyset (CL-26), and the cursor of the next. */
export async function listCases(
  tx: Tx,
  actor: Actor,
  filter: CaseFilter,
): Promise<{ rows: NamedCase[]; next: string | null }> {
  const order = orderOf(filter.sort)
  const found = await sql<NamedCase & { sort_key: string }>`
    select c.*, t.name as type_name, ch.name as channel_name, tm.name as team_name, u.name as assignee_name,
      cu.name as customer_name, cu.handle as customer_handle
    from (
      select ${shownColumns}, (${order.key})::text as sort_key from cases c
      where ${conditions(tx, actor, filter)} and ${afterCursor(order, filter.after)}
      order by ${order.by} limit ${sql.lit(filter.limit + 1)}
    ) c
    join case_types t on t.workspace_id = c.workspace_id and t.id = c.type_id
    join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
    left join teams tm on tm.workspace_id = c.workspace_id and tm.id = c.team_id
    left join users u on u.workspace_id = c.workspace_id and u.id = c.assignee_id
    left join customers cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    order by ${order.by}`.execute(tx.q)
  const rows = found.rows.slice(0, filter.limit)
  const last = rows.at(-1)
  const more = found.rows.length > filter.limit && last
  return { rows, next: more ? writeCursor([last.sort_key, last.number]) : null }
}

/** Counts per bucket within the same scope and filters (CL-06, CL-07), never further than `cap`. */
export async function countCases(tx: Tx, actor: Actor, filter: CaseFilter, cap: number) {
  const scope = { ...filter, bucket: 'any' as const }
  const counted = await sql<{ open: string; on_hold: string; closed: string }>`select
    (select count(*) from (select 1 from cases c where ${conditions(tx, actor, scope)} and ${inBucket('open')} limit ${sql.lit(cap)}) x) as open,
    (select count(*) from (select 1 from cases c where ${conditions(tx, actor, scope)} and ${inBucket('on_hold')} limit ${sql.lit(cap)}) x) as on_hold,
    (select count(*) from (select 1 from cases c where ${conditions(tx, actor, scope)} and ${inBucket('closed')} limit ${sql.lit(cap)}) x) as closed`.execute(
    tx.q,
  )
  const row = counted.rows[0]!
  return { open: Number(row.open), onHold: Number(row.on_hold), closed: Number(row.closed), cap }
}

/** The case a page shows, with names; undefined if it does not exist. Visibility is the caller's to check. */
export async function readCase(tx: Tx, number: number) {
  const found = await sql<
    NamedCase & {
      group_id: string | null
      group_name: string | null
      assigned_by_name: string | null
      created_by_name: string | null
      followers: { id: string; name: string }[]
    }
  >`
    select c.*, t.name as type_name, ch.name as channel_name, tm.name as team_name, u.name as assignee_name,
      cu.name as customer_name, cu.handle as customer_handle, g.id as group_id, g.name as group_name,
      ab.name as assigned_by_name, cb.name as created_by_name,
      coalesce((select jsonb_agg(jsonb_build_object('id', fu.id, 'name', fu.name) order by fu.name)
        from case_collaborators f join users fu on fu.workspace_id = f.workspace_id and fu.id = f.user_id
        where f.workspace_id = c.workspace_id and f.case_id = c.id), '[]') as followers
    from cases c
    join case_types t on t.workspace_id = c.workspace_id and t.id = c.type_id
    join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
    left join groups g on g.workspace_id = ch.workspace_id and g.id = ch.group_id
    left join teams tm on tm.workspace_id = c.workspace_id and tm.id = c.team_id
    left join users u on u.workspace_id = c.workspace_id and u.id = c.assignee_id
    left join users ab on ab.workspace_id = c.workspace_id and ab.id = c.assigned_by_id
    left join users cb on cb.workspace_id = c.workspace_id and cb.id = c.created_by_id
    left join customers cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    where c.workspace_id = ${tx.workspaceId} and c.number = ${number} and c.deleted_at is null`.execute(tx.q)
  return found.rows[0]
}
export type WholeCase = NonNullable<Awaited<ReturnType<typeof readCase>>>

/** Everything a row needs; the long description stays where it is. */
const shownColumns = sql.raw(
  [
    'workspace_id',
    'id',
    'number',
    'channel_id',
    'customer_id',
    'conversation_id',
    'source',
    'subject',
    'type_id',
    'priority',
    'status',
    'close_reason',
    'team_id',
    'assignee_id',
    'deadline_at',
    'tags',
    'created_at',
    'updated_at',
    'assigned_at',
    'status_changed_at',
    'resolved_at',
    'closed_at',
    'last_inbound_at',
    'last_outbound_at',
    'last_activity_at',
    'version',
  ]
    .map(column => `c.${column}`)
    .join(', '),
)

type Order = { key: RawBuilder<unknown>; by: RawBuilder<unknown>; descending: boolean }

const sortKeys = {
  activity: 'c.last_activity_at',
  created: 'c.created_at',
  updated: 'c.updated_at',
} as const

function orderOf(sort: CaseFilter['sort']): Order {
  const descending = sort.startsWith('-')
  const name = sort.replace('-', '') as 'activity' | 'created' | 'updated' | 'inbound'
  // Cases without any customer message come last in both directions (CL-24).
  const never = descending ? '-infinity' : 'infinity'
  const key = name === 'inbound' ? `coalesce(c.last_inbound_at, '${never}'::timestamptz)` : sortKeys[name]
  // Ties go by number, newest first, in both directions (CL-24).
  return {
    key: sql.raw(key),
    by: sql.raw(`${key} ${descending ? 'desc' : 'asc'}, c.number desc`),
    descending,
  }
}

function afterCursor(order: Order, after: string | undefined): RawBuilder<boolean> {
  if (!after) return sql<boolean>`true`
  const [key, number] = readCursor(after, 2)
  if (order.descending)
    return sql<boolean>`(${order.key}, c.number) < (${key}::timestamptz, ${number}::integer)`
  return sql<boolean>`(${order.key} > ${key}::timestamptz or (${order.key} = ${key}::timestamptz and c.number < ${number}::integer))`
}

function inBucket(bucket: CaseFilter['bucket']): RawBuilder<boolean> {
  if (bucket === 'any') return sql<boolean>`true`
  const statuses =
    bucket === 'active' ? [...statusesOf('open'), ...statusesOf('on_hold')] : statusesOf(bucket)
  // Written out, because partial indexes match literal predicates only (FACTS §5).
  return sql<boolean>`c.status in (${sql.raw(statuses.map(status => `'${status}'`).join(', '))})`
}

function conditions(tx: Tx, actor: Actor, filter: CaseFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [
    sql<boolean>`c.workspace_id = ${tx.workspaceId} and c.deleted_at is null`,
    visibleTo(actor),
    inBucket(filter.bucket),
    ...inView(tx, actor, filter),
  ]
  if (filter.status) parts.push(sql<boolean>`c.status = ${filter.status}`)
  if (filter.assignee)
    parts.push(
      filter.assignee === 'none'
        ? sql<boolean>`c.assignee_id is null`
        : sql<boolean>`c.assignee_id = ${filter.assignee}`,
    )
  if (filter.team)
    parts.push(
      filter.team === 'none' ? sql<boolean>`c.team_id is null` : sql<boolean>`c.team_id = ${filter.team}`,
    )
  if (filter.channel) parts.push(sql<boolean>`c.channel_id = ${filter.channel}`)
  if (filter.group)
    parts.push(
      sql<boolean>`c.channel_id in (select g.id from channels g where g.workspace_id = ${tx.workspaceId} and g.group_id = ${filter.group})`,
    )
  if (filter.type) parts.push(sql<boolean>`c.type_id = ${filter.type}`)
  if (filter.priority) parts.push(sql<boolean>`c.priority = ${filter.priority}`)
  if (filter.source) parts.push(sql<boolean>`c.source = ${filter.source}`)
  if (filter.tag) parts.push(sql<boolean>`c.tags @> array[${filter.tag}]`)
  if (filter.q?.trim()) parts.push(matchingWords(tx, filter.q))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function inView(tx: Tx, actor: Actor, filter: CaseFilter): RawBuilder<boolean>[] {
  const me = actor.userId
  switch (filter.view) {
    case 'all':
      return []
    case 'mine':
      return [sql<boolean>`c.assignee_id = ${me}`]
    case 'assignedByMe':
      return [sql<boolean>`c.assigned_by_id = ${me} and c.assignee_id <> ${me}`]
    case 'following':
      return [
        sql<boolean>`c.id in (select f.case_id from case_collaborators f where f.workspace_id = ${tx.workspaceId} and f.user_id = ${me})`,
      ]
    case 'unassigned':
      return [sql<boolean>`c.assignee_id is null`]
    case 'createdByMe':
      return [sql<boolean>`c.created_by_id = ${me}`]
    case 'updatedByMe':
      return [sql<boolean>`c.updated_by_id = ${me}`]
    case 'queue':
      return [
        sql<boolean>`c.status = 'new' and c.assignee_id is null and c.team_id = any(${[...actor.teamIds]}::uuid[])`,
      ]
  }
}
