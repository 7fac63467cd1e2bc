import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, setUp, signIn } from '#tests/harness/people-caller.ts'

let app: TestApp
let owner: Caller
let ownerId: string
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
  ownerId = (await owner.get('/me')).body.id
})
afterAll(() => app.stop())

test('PR-03: everybody sees their own permissions and levels', async () => {
  const carla = await join(app, owner, { name: 'Carla Creator', role: 'creator' })
  const me = (await carla.get('/me')).body
  expect(me).toMatchObject({ permissions: ['cases.create'], role: 'creator', timeZone: 'UTC' })
  expect(Object.values(me.channelLevels)).toEqual(['read_only'])
})

test('PR-01, PR-02, PR-13: what each role may do is told and enforced', async () => {
  for (const [role, may] of [
    ['viewer', false],
    ['agent', false],
    ['supervisor', false],
    ['admin', true],
  ] as const) {
    const person = await join(app, owner, { name: `Role ${role}`, role })
    const { permissions } = (await person.get('/me')).body as unknown as { permissions: string[] }
    expect(permissions.includes('people.manage')).toBe(may)
    expect((await person.post('/teams', { name: `Team of ${role}` })).status).toBe(may ? 201 : 403)
    expect((await person.patch(`/users/${person.id}`, { role: 'owner' })).status).toBe(403)
  }
})

test('AX-07: permissions given one by one make a person custom, and keep the levels of the role', async () => {
  const kim = await join(app, owner, { name: 'Kim Custom' })
  const before = (await kim.get('/me')).body.channelLevels
  const changed = await owner.patch(`/users/${kim.id}`, { permissions: ['cases.create', 'cases.manage'] })
  expect(changed.body).toMatchObject({ role: 'custom', permissions: ['cases.create', 'cases.manage'] })
  await signIn(kim, kim.email)
  expect((await kim.get('/me')).body).toMatchObject({ role: 'custom', channelLevels: before })
  const mixed = await owner.patch(`/users/${kim.id}`, { role: 'agent', permissions: ['cases.create'] })
  expect([mixed.status, mixed.body.code]).toEqual([400, 'INVALID'])
})

test('LAST_OWNER: the last active owner can neither step down nor be shut out', async () => {
  for (const change of [{ role: 'admin' }, { active: false }, { permissions: [] }]) {
    const answer = await owner.patch(`/users/${ownerId}`, change)
    expect([answer.status, answer.body.code]).toEqual([409, 'LAST_OWNER'])
  }
})

test('LAST_OWNER: two owners who shut each other out at the same moment leave one', async () => {
  const twin = await join(app, owner, { name: 'Twin Owner', role: 'admin' })
  await owner.patch(`/users/${twin.id}`, { role: 'owner' })
  await signIn(twin, twin.email)
  const answers = await Promise.all([
    owner.patch(`/users/${twin.id}`, { role: 'admin' }),
    twin.patch(`/users/${ownerId}`, { role: 'admin' }),
  ])
  const owners = await app.sql(`select id from users where role = 'owner' and active`)
  expect(owners.length).toBe(1)
  expect(answers.map(answer => answer.status).sort()[0]).toBe(200)
  await app.sql(`update users set role = 'owner' where id = $1`, [ownerId])
  owner = caller(app)
  await signIn(owner, 'olga@example.org')
})

test('Z13: an admin cannot make an owner, touch one, or be more than they are', async () => {
  const ada = await join(app, owner, { name: 'Ada Admin', role: 'admin' })
  for (const [id, change] of [
    [ada.id, { role: 'owner' }],
    [ownerId, { role: 'viewer' }],
    [ownerId, { active: false }],
  ] as const) {
    const answer = await ada.patch(`/users/${id}`, change)
    expect([answer.status, answer.body.code]).toEqual([403, 'MORE_THAN_YOU_HOLD'])
  }
})

test('Z2: unknown keys, foreign ids and other people’s fields are refused', async () => {
  const vic = await join(app, owner, { name: 'Vic Viewer', role: 'viewer' })
  for (const body of [
    { workspaceId: 'x' },
    { email: 'a@b.example' },
    { role: 'emperor' },
    { createdAt: 'x' },
  ]) {
    expect((await owner.patch(`/users/${vic.id}`, body)).status).toBe(400)
  }
  expect((await vic.patch('/me', { role: 'owner' })).status).toBe(400)
  expect((await vic.patch(`/users/${ownerId}`, { name: 'Mine' })).body.code).toBe('NO_PERMISSION')
  const unknown = await owner.patch('/users/0198a000-0000-7000-8000-000000000001', { name: 'Nobody' })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'USER_NOT_FOUND'])
})

test('a stale version is refused with the present state; events tell before and after', async () => {
  const val = await join(app, owner, { name: 'Val Version' })
  const first = await owner.patch(`/users/${val.id}`, { name: 'Val Two', version: 1 })
  expect(first.body).toMatchObject({ name: 'Val Two', version: 2 })
  const stale = await owner.patch(`/users/${val.id}`, { name: 'Val Three', version: 1 })
  expect([stale.status, stale.body.code]).toEqual([409, 'CONFLICT'])
  expect(stale.body.data.current).toMatchObject({ name: 'Val Two', version: 2 })
  const events = await app.sql(
    `select data from events where kind = 'user.changed' and data ->> 'userId' = $1`,
    [val.id],
  )
  expect(events).toMatchObject([{ data: { before: { name: 'Val Version' }, after: { name: 'Val Two' } } }])
})

test('AS-26: those who may be given cases can be listed apart; lists go page by page', async () => {
  const everybody = (await owner.get('/users')).body.items
  const working = (await owner.get('/users?worksCases=true')).body.items.map(one => one.name)
  expect(working).toEqual(everybody.filter(one => one.worksCases).map(one => one.name))
  expect(working).not.toContain('Vic Viewer')
  const paged: string[] = []
  let after = ''
  do {
    const { body } = await owner.get(`/users?limit=3${after && `&after=${after}`}`)
    paged.push(...body.items.map(one => one.name))
    after = String(body.next ?? '')
  } while (after)
  expect(paged).toEqual(everybody.map(one => one.name))
  expect((await owner.get('/users?after=nonsense')).status).toBe(400)
})

test('people change their own name and time zone', async () => {
  const moe = await join(app, owner, { name: 'Moe Mover' })
  const changed = await moe.patch('/me', { name: 'Moe Moved', timeZone: 'Asia/Tokyo' })
  expect(changed.body).toMatchObject({ name: 'Moe Moved', timeZone: 'Asia/Tokyo' })
  expect((await moe.get('/me')).body).toMatchObject({ name: 'Moe Moved', timeZone: 'Asia/Tokyo' })
  expect((await moe.patch('/me', { timeZone: 'Mars/Olympus' })).status).toBe(400)
})
