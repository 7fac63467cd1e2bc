import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, setUp } from '#tests/harness/people-caller.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
})
afterAll(() => app.stop())

test('A4, A12: the value of a token is told once and lies nowhere in the database', async () => {
  const made = (await owner.post('/tokens', { name: 'Export' })).body
  expect(made.value).toMatch(/^dkt_[\w-]{43}$/u)
  expect((await owner.get('/tokens')).body.items).toMatchObject([
    { id: made.id, name: 'Export', value: null },
  ])
  for (const table of ['api_tokens', 'events', 'idempotency_keys']) {
    expect(JSON.stringify(await app.sql(`select t::text from ${table} t`))).not.toContain(made.value)
  }
  expect((await caller(app, made.value).get('/me')).body).toMatchObject({ name: 'Olga Owner' })
})

test('A4: answers that hold a secret are not kept for repeated requests, and nothing is done twice', async () => {
  for (const [path, body, secret] of [
    ['/tokens', { name: 'Twice' }, 'value'],
    ['/invitations', { email: 'twice@example.org' }, 'link'],
  ] as const) {
    const key = { 'idempotency-key': `key of ${path}` }
    const first = await owner.post(path, body, key)
    expect(first.status).toBe(201)
    const kept = JSON.stringify(await app.sql('select t::text from idempotency_keys t'))
    expect(kept).toContain(`key of ${path}`)
    expect(kept).not.toContain(first.body[secret].split('=').at(-1))
    const again = await owner.post(path, body, key)
    expect([again.status, again.body.code]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS'])
  }
  const names = (await owner.get('/tokens')).body.items.map(token => token.name)
  expect(names.filter(name => name === 'Twice').length).toBe(1)
})

test('tokens are their maker’s own: others neither see nor end them', async () => {
  const agent = await join(app, owner, { name: 'Abe Agent' })
  const mine = (await owner.post('/tokens', { name: 'Mine' })).body
  expect((await agent.get('/tokens')).body.items).toEqual([])
  const refused = await agent.del(`/tokens/${mine.id}`)
  expect([refused.status, refused.body.code]).toEqual([404, 'TOKEN_NOT_FOUND'])
})

test('a token is told when it was last used, to the minute, and cannot begin in its grave', async () => {
  const made = (await owner.post('/tokens', { name: 'Used' })).body
  const used = async () => (await owner.get('/tokens')).body.items.find(one => one.id === made.id)!.lastUsedAt
  expect(await used()).toBeNull()
  await caller(app, made.value).get('/me')
  await expect.poll(used).not.toBeNull()
  const past = { name: 'Late', expiresAt: '2001-01-01T00:00:00Z' }
  expect((await owner.post('/tokens', past)).status).toBe(400)
})

test('Z2: whoever sends an Authorization header is judged by it alone', async () => {
  for (const authorization of [
    'Bearer nonsense',
    'Bearer ',
    'Basic b2xnYTpwYXNz',
    'dkt_x',
    `Bearer ${'x'.repeat(5_000)}`,
  ]) {
    expect((await owner.get('/me', { authorization })).status).toBe(401)
  }
  expect((await owner.get('/me')).status).toBe(200)
})
