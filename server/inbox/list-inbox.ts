import { type RawBuilder, sql } from 'kysely'
import type { Glimpse } from '#domain/cases/glimpse.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A message as a row of the inbox, with the names that people see. */
export type InboxMessage = {
  id: string
  subject: string
  preview: string
  sender: { name: string; address: string } | null
  customer: { id: string; name: string; handle: string } | null
  channel_id: string
  channel_name: string
  conversation_id: string
  of_case: (Glimpse & { assignee: { id: string; name: string } | null }) | null
  doubted_case: Glimpse | null
  has_files: boolean
  automatic: string | null
  doubt: string | null
  completed_at: Date | null
  posted_at: Date
  ingested_at: Date
}

/** What to show of the messages that came in through some channels. */
export type InboxFilter = {
  /** Channels that the actor may read; nothing else is ever looked at. */
  channelIds: readonly string[]
  cases: 'any' | 'without' | 'with'
  /** Only messages whose case belongs to one of these people; null for no such filter. */
  assigneeIds: readonly string[] | null
  channelId: string | null
  groupId: string | null
  completed: 'no' | 'yes' | 'any'
}

/** Messages that came in, the latest first, at most `limit`, from before a place. */
export async function listInbox(
  tx: Tx,
  actor: Actor,
  filter: InboxFilter,
  before: { at: Date; id: string } | null,
  limit: number,
): Promise<InboxMessage[]> {
  const earlier = before ? sql`and (m.ingested_at, m.id) < (${before.at}, ${before.id}::uuid)` : sql``
  const found =
    await sql<InboxMessage>`select m.id, m.subject, m.preview, m.sender, m.channel_id, m.conversation_id,
      m.has_files, m.automatic, m.doubt, m.completed_at, m.posted_at, m.ingested_at, ch.name as channel_name,
      case when cu.id is null then null
        else jsonb_build_object('id', cu.id, 'name', cu.name, 'handle', cu.handle) end as customer,
      ${glimpse(
        'c',
        actor,
        sql`, 'assignee', case when u.id is null then null
        else jsonb_build_object('id', u.id, 'name', u.name) end`,
      )} as of_case,
      ${glimpse('d', actor, sql``)} as doubted_case
    from (
      select m.* from messages m where ${conditions(tx, filter)} ${earlier}
      order by m.ingested_at desc, m.id desc limit ${sql.lit(limit)}
    ) m
    join channels ch on ch.workspace_id = m.workspace_id and ch.id = m.channel_id
    left join customers cu on cu.workspace_id = m.workspace_id and cu.id = m.customer_id
    left join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id and c.deleted_at is null
    left join users u on u.workspace_id = c.workspace_id and u.id = c.assignee_id
    left join cases d on d.workspace_id = m.workspace_id and d.id = m.doubted_case_id and d.deleted_at is null
    order by m.ingested_at desc, m.id desc`.execute(tx.q)
  return found.rows
}

/** How many messages wait in some channels, counted up to a cap. */
export async function countWaiting(tx: Tx, channelIds: readonly string[], cap: number): Promise<number> {
  const counted = await sql<{ count: string }>`select count(*) as count from (
    select 1 from messages m where m.workspace_id = ${tx.workspaceId} and m.direction = 'in'
      and m.completed_at is null and m.channel_id = any(${[...channelIds]}::uuid[]) limit ${sql.lit(cap)}) x`.execute(
    tx.q,
  )
  return Number(counted.rows[0]?.count ?? 0)
}

/** How many mails lie in quarantine in some channels, counted up to a cap. */
export async function countQuarantined(tx: Tx, channelIds: readonly string[], cap: number): Promise<number> {
  const counted = await sql<{ count: string }>`select count(*) as count from (
    select 1 from raw_messages r where r.workspace_id = ${tx.workspaceId} and r.state = 'quarantined'
      and r.state <> 'understood' and r.channel_id = any(${[...channelIds]}::uuid[]) limit ${sql.lit(cap)}) x`.execute(
    tx.q,
  )
  return Number(counted.rows[0]?.count ?? 0)
}

function conditions(tx: Tx, filter: InboxFilter): RawBuilder<boolean> {
  // Written out, because partial indexes match literal predicates only (FACTS §5).
  const parts: RawBuilder<boolean>[] = [
    sql<boolean>`m.workspace_id = ${tx.workspaceId} and m.direction = 'in'`,
    filter.channelId === null
      ? sql<boolean>`m.channel_id = any(${[...filter.channelIds]}::uuid[])`
      : sql<boolean>`m.channel_id = ${filter.channelId}`,
  ]
  if (filter.completed === 'no') parts.push(sql<boolean>`m.completed_at is null`)
  if (filter.completed === 'yes') parts.push(sql<boolean>`m.completed_at is not null`)
  // A deleted case has given its messages back (Q-03).
  if (filter.cases === 'without') parts.push(sql<boolean>`m.case_id is null`)
  if (filter.cases === 'with') parts.push(sql<boolean>`m.case_id is not null`)
  if (filter.assigneeIds !== null)
    parts.push(
      sql<boolean>`exists (select from cases k where k.workspace_id = m.workspace_id and k.id = m.case_id
        and k.deleted_at is null and k.assignee_id = any(${[...filter.assigneeIds]}::uuid[]))`,
    )
  if (filter.groupId !== null)
    parts.push(
      sql<boolean>`m.channel_id in (select g.id from channels g
        where g.workspace_id = ${tx.workspaceId} and g.group_id = ${filter.groupId})`,
    )
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function glimpse(alias: 'c' | 'd', actor: Actor, more: RawBuilder<unknown>): RawBuilder<unknown> {
  const it = sql.ref(alias)
  return sql`case when ${it}.id is null then null else jsonb_build_object(
    'number', ${it}.number, 'subject', ${it}.subject, 'status', ${it}.status, 'channelId', ${it}.channel_id,
    'teamId', ${it}.team_id, 'assigneeId', ${it}.assignee_id, 'assignedById', ${it}.assigned_by_id,
    'followed', exists (select from case_collaborators k where k.workspace_id = ${it}.workspace_id
      and k.case_id = ${it}.id and k.user_id = ${actor.userId}::uuid) ${more}) end`
}
