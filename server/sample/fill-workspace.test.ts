import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statuses } from '#domain/cases/status.ts'
import { findFirstWorkspaceAndOwner } from '#server/app/find-state.ts'
import { FilesUnavailable } from '#server/conversations/keep-mail.ts'
import { type Product, startProduct } from '#tests/harness/product.ts'
import { fillWorkspace } from './fill-workspace.ts'

let docket: Product
let place: { workspaceId: string; userId: string }

/** The whole product with its background work, so that whatever could meddle with the filling does. */
beforeAll(async () => {
  docket = await startProduct()
  place = (await findFirstWorkspaceAndOwner(docket.ctx.database))!
}, 120_000)
afterAll(() => docket.stop())

async function ask<Row>(text: string): Promise<Row[]> {
  const { workspaceId } = place
  const found = await docket.ctx.database.read(workspaceId, tx =>
    sql<Row>`${sql.raw(text.replaceAll(':w', `'${workspaceId}'`).replaceAll(':me', `'${place.userId}'`))}`.execute(
      tx.q,
    ),
  )
  return found.rows
}

test('a filling that fails leaves nothing behind', async () => {
  const files = { ...docket.ctx.files, put: () => Promise.reject(new Error('The disk is full.')) }
  const filling = fillWorkspace({ ...docket.ctx, files }, place.workspaceId, place.userId, docket.ctx.log)
  await expect(filling).rejects.toThrow(FilesUnavailable)
  expect(await ask(`select name from users where workspace_id = :w`)).toHaveLength(1)
  expect(await ask(`select id from raw_messages where workspace_id = :w`)).toEqual([])
}, 120_000)

test('DESIGN 6: the sample fills an empty workspace with a lively company', async () => {
  await fillWorkspace(docket.ctx, place.workspaceId, place.userId, docket.ctx.log)
  const counted = await ask<{ status: string; n: number; mine: number }>(
    `select status, count(*)::int as n, count(*) filter (where assignee_id = :me)::int as mine
     from cases where workspace_id = :w group by status`,
  )
  const of = (status: string) => counted.find(row => row.status === status)
  for (const status of statuses) expect(of(status)?.n, status).toBeGreaterThanOrEqual(3)
  expect(counted.reduce((sum, row) => sum + row.n, 0)).toBeGreaterThanOrEqual(115)
  expect(of('open')!.mine).toBeGreaterThanOrEqual(8)
  const [size] = await ask<{ c: number; m: number; p: number }>(`select
    (select count(*)::int from conversations where workspace_id = :w) as c,
    (select count(*)::int from messages where workspace_id = :w) as m,
    (select count(*)::int from customers where workspace_id = :w) as p`)
  expect(size!.c).toBeGreaterThan(270)
  expect(size!.m).toBeGreaterThan(560)
  expect(size!.p).toBeGreaterThan(130)
}, 120_000)

test('filling twice is refused in one sentence, and changes nothing', async () => {
  const before = await ask(`select count(*) from events where workspace_id = :w`)
  const again = fillWorkspace(docket.ctx, place.workspaceId, place.userId, docket.ctx.log)
  await expect(again).rejects.toThrow('This workspace already holds cases or messages')
  expect(await ask(`select count(*) from events where workspace_id = :w`)).toEqual(before)
})

test('nothing of the sample is waiting to be sent or read, and nothing was', async () => {
  const states = await ask<{ state: string; due: number; notices: number }>(
    `select state, count(next_attempt_at)::int as due, count(*) filter (where kind = 'notice')::int as notices
     from outbox where workspace_id = :w group by state order by state`,
  )
  expect(states).toEqual(['failed', 'sent', 'uncertain'].map(state => ({ state, due: 0, notices: 0 })))
  const jobs = `select key from graphile_worker._private_jobs where key like 'send:%' or key like 'understand:%'`
  expect(await ask(jobs)).toEqual([])
  expect(await ask(`select id from raw_messages where workspace_id = :w and state = 'received'`)).toEqual([])
  const shown = await ask<{ delivery: string }>(
    `select distinct delivery from messages where workspace_id = :w and direction = 'out' order by 1`,
  )
  expect(shown.map(row => row.delivery)).toEqual(['failed', 'queued', 'sent', 'uncertain'])
})

/** What the columns of each case should be, read from its events and messages alone. */
const fromHistory = `with steps as (
    select distinct on (case_id) case_id, at, kind, data from events
    where workspace_id = :w and kind in ('case.created', 'case.status_changed', 'case.reopened', 'case.finalized')
    order by case_id, id desc),
  owners as (
    select distinct on (case_id) case_id, at, (data ->> 'toId')::uuid as who from events
    where workspace_id = :w and kind in ('case.assigned', 'case.claimed', 'case.unassigned') order by case_id, id desc),
  placed as (
    select distinct on (case_id) case_id, (coalesce(data ->> 'toId', data ->> 'teamId'))::uuid as team from events
    where workspace_id = :w and kind in ('case.created', 'case.team_changed') order by case_id, id desc),
  sums as (
    select case_id, count(*) filter (where kind = 'case.reopened') as reopened,
      max(at) filter (where kind not in ('message.delivered', 'message.delayed', 'message.delivery_changed')) as active,
      max(at) filter (where kind = 'case.finalized') as finalized,
      max(at) filter (where kind = 'case.status_changed' and data ->> 'to' = 'resolved') as resolved
    from events where workspace_id = :w and case_id is not null group by case_id),
  letters as (
    select case_id, max(ingested_at) filter (where direction = 'in') as received,
      max(ingested_at) filter (where direction = 'out') as sent
    from messages where workspace_id = :w and case_id is not null group by case_id)
  select c.number,
    c.status is not distinct from coalesce(s.data ->> 'to', s.data ->> 'status') as status,
    c.close_reason is not distinct from (s.data ->> 'closeReason') as close_reason,
    c.status_changed_at = s.at as status_changed_at,
    c.assignee_id is not distinct from o.who as assignee,
    c.assigned_at is not distinct from o.at as assigned_at,
    c.team_id is not distinct from t.team as team,
    c.reopen_count = h.reopened as reopen_count,
    c.last_activity_at = h.active and c.updated_at = h.active as activity,
    c.finalized_at is not distinct from h.finalized as finalized_at,
    c.resolved_at is not distinct from case when c.close_reason = 'done' then h.resolved end as resolved_at,
    (c.closed_at is not null) = (c.status in ('resolved', 'closed', 'spam', 'canceled')) as closed_at,
    c.last_inbound_at is not distinct from l.received as inbound,
    c.last_outbound_at is not distinct from l.sent as outbound
  from cases c left join steps s on s.case_id = c.id left join owners o on o.case_id = c.id
    left join placed t on t.case_id = c.id left join sums h on h.case_id = c.id left join letters l on l.case_id = c.id
  where c.workspace_id = :w`

test('promise 4: what a case says of itself is what its events and messages say', async () => {
  const cases = await ask<Record<string, unknown>>(fromHistory)
  expect(cases.length).toBeGreaterThan(100)
  const wrong = cases.flatMap(({ number, ...columns }) =>
    Object.entries(columns).flatMap(([column, agrees]) => (agrees === true ? [] : [`#${number} ${column}`])),
  )
  expect(wrong).toEqual([])
})

test('CF-01, CV-19: numbers, events and conversations follow the order of time', async () => {
  const numbers = await ask(`select number from (select number, created_at,
    lag(created_at) over (order by number) as before from cases where workspace_id = :w) c where created_at < before`)
  expect(numbers).toEqual([])
  const [counter] = await ask<{ agrees: boolean }>(`select last_number = (select count(*) from cases
    where workspace_id = :w) as agrees from case_counters where workspace_id = :w`)
  expect(counter).toEqual({ agrees: true })
  const events =
    await ask(`select kind from (select kind, at, lag(at) over (order by id) as before from events
    where workspace_id = :w and actor_id is not null and case_id is not null) e where at < before`)
  expect(events).toEqual([])
  const conversations =
    await ask(`select c.id from conversations c where c.workspace_id = :w and c.last_message_at <>
    (select max(m.ingested_at) from messages m where m.workspace_id = :w and m.conversation_id = c.id)`)
  expect(conversations).toEqual([])
  const early = await ask(`select id from messages where workspace_id = :w and posted_at > ingested_at`)
  expect(early).toEqual([])
})

test('the owner finds work and unread alerts of their own', async () => {
  const told = (await docket.call('GET', '/notifications')).body
  expect(told.unread).toBeGreaterThan(10)
  const earlier = (await docket.call('GET', `/notifications?after=${told.next}`)).body
  const alerts = [...told.items, ...earlier.items] as { kind: string; readAt: string | null }[]
  const kinds = new Set(alerts.filter(alert => alert.readAt === null).map(alert => alert.kind))
  for (const kind of [
    'mentioned',
    'assigned_to_me',
    'delivery_failed',
    'new_message_on_my_case',
    'reopened',
  ]) {
    expect(kinds, kind).toContain(kind)
  }
  const mine = await docket.call('GET', '/cases?view=mine&bucket=open')
  expect(mine.body.items.length).toBeGreaterThanOrEqual(8)
  const late = await ask(
    `select number from cases where workspace_id = :w and deadline_at < now() and closed_at is null`,
  )
  expect(late.length).toBeGreaterThanOrEqual(2)
})

test('T1, L2, B2: the inbox shows doubted, automatic and unreadable mail', async () => {
  const inbox = (await docket.call('GET', '/inbox/messages?limit=100')).body.items as Row[]
  expect(inbox.filter(row => row.doubt?.code === 'UNKNOWN_SENDER' && row.doubt.case !== null)).toHaveLength(2)
  expect(inbox.filter(row => row.automatic?.startsWith('bounce'))).toHaveLength(1)
  expect(inbox.filter(row => row.automatic?.startsWith('auto-replied')).length).toBeGreaterThanOrEqual(2)
  expect(new Set(inbox.slice(0, 50).map(row => row.subject)).size).toBe(50)
  expect((await docket.call('GET', '/quarantine')).body.items).toHaveLength(2)
})

type Row = { subject: string; automatic: string | null; doubt: { code: string; case: unknown } | null }
