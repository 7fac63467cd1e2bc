import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenColleague } from '#tests/givens/colleague.ts'
import { type Product, startProduct } from '#tests/harness/product.ts'

let docket: Product
let desk: string
let support: string
let ada: { id: string; token: string }
let bob: { id: string; token: string }

beforeAll(async () => {
  docket = await startProduct()
  desk = (await docket.call('GET', '/channels')).body.items[0].id
  ada = await givenColleague(docket, 'Ada', 'agent')
  bob = await givenColleague(docket, 'Bob', 'agent')
  support = (await docket.call('POST', '/teams', { name: 'Support', memberIds: [ada.id, bob.id] })).body.id
})
afterAll(() => docket.stop())

async function opened(more: object = {}, as = ada): Promise<number> {
  const answer = await docket.call(
    'POST',
    '/cases',
    { channelId: desk, subject: 'The kettle leaks', teamId: support, ...more },
    as,
  )
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.number
}

test('CF-01 CF-04: numbers follow each other, and a deleted one is never used again', async () => {
  const first = await opened()
  const second = await opened()
  expect(second).toBe(first + 1)
  expect((await docket.call('DELETE', `/cases/${second}`, undefined, ada)).status).toBe(204)
  expect((await docket.call('GET', `/cases/${second}`, undefined, ada)).body.code).toBe('CASE_NOT_FOUND')
  expect(await opened()).toBe(second + 1)
})

test('CF-04: of many cases opened at once none shares a number', async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => opened()))
  expect(new Set(numbers).size).toBe(20)
})

test('CF-11 CF-12 CF-13: a case is General and of medium priority unless somebody chose', async () => {
  const { body } = await docket.call('GET', `/cases/${await opened()}`, undefined, ada)
  expect(body).toMatchObject({
    priority: 'medium',
    type: { name: 'General' },
    status: 'new',
    source: 'platform',
    assignee: null,
  })
  const types = (await docket.call('GET', '/case-types')).body.items
  expect(types.map((type: { name: string }) => type.name)).toEqual([
    'General',
    'Support',
    'Question',
    'Feedback',
    'Lead',
  ])
})

test('AS-03: opening by hand needs a team or a person', async () => {
  const answer = await docket.call('POST', '/cases', { channelId: desk, subject: 'Whose?' }, ada)
  expect([answer.status, answer.body.code]).toEqual([422, 'ASSIGNMENT_REQUIRED'])
})

test('AS-11 AS-12 X1: of fifty claims at once exactly one wins, and the others are told who', async () => {
  const number = await opened()
  const claims = await Promise.all(
    Array.from({ length: 50 }, (_, turn) =>
      docket.call('POST', `/cases/${number}/claim`, {}, turn % 2 ? ada : bob),
    ),
  )
  const won = claims.filter(claim => claim.status === 200)
  expect(won).toHaveLength(1)
  const winner = won[0]!.body.assignee
  for (const lost of claims.filter(claim => claim.status !== 200)) {
    expect(lost.body).toMatchObject({ status: 409, code: 'ALREADY_CLAIMED', data: { by: winner } })
  }
  expect(won[0]!.body.status).toBe('open')
})

test('ST-10 AS-09: assigning opens, unassigning returns to the queue, and neither moves a closed case', async () => {
  const number = await opened()
  const as = { ...ada }
  expect(
    (await docket.call('PUT', `/cases/${number}/assignment`, { assigneeId: bob.id }, as)).body.status,
  ).toBe('open')
  expect((await docket.call('DELETE', `/cases/${number}/assignment`, undefined, as)).body).toMatchObject({
    status: 'new',
    assignee: null,
    team: { id: support },
  })
  await docket.call('PUT', `/cases/${number}/status`, { status: 'closed' }, as)
  expect(
    (await docket.call('PUT', `/cases/${number}/assignment`, { assigneeId: bob.id }, as)).body,
  ).toMatchObject({ status: 'closed', assignee: { id: bob.id } })
})

test('ST-14: choosing the status it has changes nothing, not even the version', async () => {
  const number = await opened({ assigneeId: ada.id })
  const before = (await docket.call('GET', `/cases/${number}`, undefined, ada)).body
  const after = await docket.call('PUT', `/cases/${number}/status`, { status: 'open' }, ada)
  expect([after.status, after.body.version, after.body.updatedAt]).toEqual([
    200,
    before.version,
    before.updatedAt,
  ])
})

test('DT-14 X5: a change based on an older state is refused and shows the fresh one', async () => {
  const number = await opened()
  const { version } = (await docket.call('GET', `/cases/${number}`, undefined, ada)).body
  expect((await docket.call('PATCH', `/cases/${number}`, { version, priority: 'high' }, ada)).status).toBe(
    200,
  )
  const late = await docket.call('PATCH', `/cases/${number}`, { version, priority: 'low' }, bob)
  expect([late.status, late.body.code, late.body.data.current.priority]).toEqual([409, 'CONFLICT', 'high'])
})

test('PR-14 PR-17: a case that does not concern me answers exactly like one that does not exist', async () => {
  const cleo = await givenColleague(docket, 'Cleo', 'agent')
  const number = await opened({ teamId: null, assigneeId: ada.id })
  const hidden = await docket.call('GET', `/cases/${number}`, undefined, cleo)
  const missing = await docket.call('GET', '/cases/999999', undefined, cleo)
  expect({ ...hidden.body, data: null }).toEqual({ ...missing.body, data: null })
  expect((await docket.call('PUT', `/cases/${number}/status`, { status: 'closed' }, cleo)).status).toBe(404)
  expect((await docket.call('GET', '/cases', undefined, cleo)).body.items).toEqual([])
})

test('PR-02 PR-15: who may only create gets the number and nothing more', async () => {
  const dan = await givenColleague(docket, 'Dan', 'creator')
  const made = await docket.call(
    'POST',
    '/cases',
    { channelId: desk, subject: 'From a creator', teamId: support },
    dan,
  )
  expect([made.status, Object.keys(made.body)]).toEqual([201, ['number']])
  expect((await docket.call('GET', `/cases/${made.body.number}`, undefined, dan)).status).toBe(404)
})

test('I1: the same key gives the same answer, another body is refused, and it is done once', async () => {
  const headers = { 'idempotency-key': 'one-press' }
  const wish = { channelId: desk, subject: 'Pressed twice', teamId: support }
  const [first, second] = [
    await docket.call('POST', '/cases', wish, { ...ada, headers }),
    await docket.call('POST', '/cases', wish, { ...ada, headers }),
  ]
  expect(second.body).toEqual(first.body)
  expect(
    (await docket.call('POST', '/cases', { ...wish, subject: 'Other' }, { ...ada, headers })).status,
  ).toBe(422)
  expect((await docket.call('GET', '/cases?q=pressed+twice', undefined, ada)).body.items).toHaveLength(1)
})

test('Z2: keys that nobody may set are refused', async () => {
  const answer = await docket.call(
    'POST',
    '/cases',
    { channelId: desk, subject: 'x', teamId: support, workspaceId: desk, createdAt: '2020-01-01T00:00:00Z' },
    ada,
  )
  expect(answer.status).toBe(400)
})

test('CL-12 CL-23: a case is found by its number and by all words of its text', async () => {
  const number = await opened({
    subject: 'Espressomaschine tropft',
    description: 'seit gestern, Wartung nötig',
  })
  for (const typed of [`%23${number}`, String(number), 'tropft', 'ESPRESSO', 'wartung gestern', 'nötig']) {
    const found = (await docket.call('GET', `/cases?q=${typed}`, undefined, ada)).body.items.map(
      (row: { number: number }) => row.number,
    )
    expect(found, typed).toContain(number)
  }
  expect((await docket.call('GET', '/cases?q=tropft+morgen', undefined, ada)).body.items).toEqual([])
})

test('Z8: whatever is typed into the search, the answer is a list', async () => {
  for (const typed of [`'`, '!!!', 'a & | b', ':*', '\\', '<->', '"x', '%00', '((', '💥 kettle']) {
    expect(
      (await docket.call('GET', `/cases?q=${encodeURIComponent(typed)}`, undefined, ada)).status,
      typed,
    ).toBe(200)
  }
})

test('CL-02 CL-04 CL-26: pages follow each other without a gap in both directions', async () => {
  for (const sort of ['-activity', 'created', '-inbound', 'updated']) {
    const seen: number[] = []
    let after = ''
    do {
      const page = (await docket.call('GET', `/cases?sort=${sort}&limit=7${after}`, undefined, ada)).body
      seen.push(...page.items.map((row: { number: number }) => row.number))
      after = page.next ? `&after=${page.next}` : ''
    } while (after)
    const whole = (await docket.call('GET', `/cases?sort=${sort}&limit=100`, undefined, ada)).body.items
    expect(seen, sort).toEqual(whole.map((row: { number: number }) => row.number))
  }
})

test('CL-06 CL-07: counters tell open, on hold and closed apart', async () => {
  const before = (await docket.call('GET', '/cases/counts', undefined, ada)).body
  const number = await opened({ assigneeId: ada.id })
  await docket.call('PUT', `/cases/${number}/status`, { status: 'waiting' }, ada)
  expect((await docket.call('GET', '/cases/counts', undefined, ada)).body).toMatchObject({
    open: before.open,
    onHold: before.onHold + 1,
  })
})

test('NT-01 NT-06: the assignee hears of it in the drawer; who assigns to himself hears nothing', async () => {
  const number = await opened({ assigneeId: bob.id })
  const drawer = (await docket.call('GET', '/notifications', undefined, bob)).body
  expect(drawer.items[0]).toMatchObject({
    kind: 'assigned_to_me',
    case: { number },
    actorName: 'Ada',
    readAt: null,
  })
  const before = (await docket.call('GET', '/notifications', undefined, ada)).body.unread
  await opened({ assigneeId: ada.id })
  expect((await docket.call('GET', '/notifications', undefined, ada)).body.unread).toBe(before)
  await docket.call('POST', '/notifications/read', {}, bob)
  expect((await docket.call('GET', '/notifications', undefined, bob)).body.unread).toBe(0)
})

test('ACT-02 ST-18 AU-05: the timeline tells who did what, in order', async () => {
  const number = await opened()
  await docket.call('POST', `/cases/${number}/claim`, {}, ada)
  await docket.call('POST', `/cases/${number}/comments`, { text: 'Looks like the seal.' }, ada)
  await docket.call('PUT', `/cases/${number}/status`, { status: 'canceled', reason: 'Sent to the shop' }, ada)
  const { items } = (await docket.call('GET', `/cases/${number}/timeline`, undefined, bob)).body
  const told = items.map(
    (item: { entry: string; event?: { kind: string } }) => item.event?.kind ?? item.entry,
  )
  expect(told).toEqual([
    'case.created',
    'case.claimed',
    'case.status_changed',
    'comment',
    'case.status_changed',
  ])
  expect(items.at(-1).event).toMatchObject({
    actor: { name: 'Ada' },
    data: { from: 'open', to: 'canceled', reason: 'Sent to the shop' },
  })
})

test('AS-14 AS-15: a follower sees the case, and becoming its owner ends the following', async () => {
  const eve = await givenColleague(docket, 'Eve', 'agent')
  const number = await opened({ teamId: null, assigneeId: ada.id })
  expect((await docket.call('GET', `/cases/${number}`, undefined, eve)).status).toBe(404)
  await docket.call('PUT', `/cases/${number}/collaborators/${eve.id}`, {}, ada)
  const seen = await docket.call('GET', `/cases/${number}`, undefined, eve)
  expect(seen.body.collaborators).toEqual([{ id: eve.id, name: 'Eve' }])
  const owned = await docket.call('PUT', `/cases/${number}/assignment`, { assigneeId: eve.id }, ada)
  expect(owned.body).toMatchObject({ assignee: { id: eve.id }, collaborators: [] })
  await docket.call('PUT', `/cases/${number}/collaborators/${eve.id}`, {}, ada)
  expect((await docket.call('GET', `/cases/${number}`, undefined, ada)).body.collaborators).toEqual([])
})

test('Z8 H13: a cursor, tag or field that nothing could hold is refused, not a failure of ours', async () => {
  const forged = Buffer.from(JSON.stringify(['no moment', 'x'])).toString('base64url')
  const number = await opened()
  const answers = [
    await docket.call('GET', `/cases?after=${forged}`, undefined, ada),
    await docket.call('GET', '/cases?tag=%00', undefined, ada),
    await docket.call('PATCH', `/cases/${number}`, { fields: { a: '\u0000' } }, ada),
  ]
  expect(answers.map(answer => answer.status)).toEqual([400, 400, 400])
})

test('PR-15 PR-17 Z6: who may not see a case is told nothing of it, whoever mentions them', async () => {
  const fay = await givenColleague(docket, 'Fay', 'viewer')
  const number = await opened()
  await docket.call('POST', `/cases/${number}/comments`, { text: 'secret', mentions: [fay.id, bob.id] }, ada)
  expect((await docket.call('GET', '/notifications', undefined, fay)).body.items).toEqual([])
  expect((await docket.call('GET', '/notifications', undefined, bob)).body.items[0]).toMatchObject({
    kind: 'mentioned',
  })
})
