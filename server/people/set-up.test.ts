import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { caller, password, setUp, signIn } from '#tests/harness/people-caller.ts'
import { addOwnerToken } from './add-owner-token.ts'
import { createWorkspace } from './create-workspace.ts'
import { openSetup } from './set-up.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const wanted = { workspace: 'Acme', name: 'Olga Owner', email: 'Olga@Example.org', password }

const code = (link: string | null) => link!.split('#code=')[1]!

test('A8, A4: set-up needs the printed code, works once and is then not there', async () => {
  const stranger = caller(app)
  expect((await stranger.get('/setup')).body).toEqual({ open: true })
  const first = code(await openSetup(app.ctx))
  const second = code(await openSetup(app.ctx))
  for (const wrong of ['', ' ', '%20', '*', first.toUpperCase(), [first], 7]) {
    const answer = await stranger.post('/setup', { ...wanted, code: wrong })
    expect([answer.status, answer.body.code]).toEqual([403, 'SETUP_CODE_WRONG'])
  }
  expect(JSON.stringify(await app.sql('select * from one_time_codes'))).not.toContain(first)
  const done = await stranger.post('/setup', { ...wanted, code: first })
  expect([done.status, done.body.signedIn]).toEqual([201, true])
  expect((await stranger.get('/me')).body).toMatchObject({ role: 'owner', email: 'olga@example.org' })
  for (const used of [first, second]) {
    const late = await caller(app).post('/setup', { ...wanted, code: used, email: 'eve@example.org' })
    expect([late.status, late.body.code]).toEqual([404, 'SETUP_CLOSED'])
  }
  expect((await caller(app).get('/setup')).status).toBe(404)
  expect(await openSetup(app.ctx)).toBeNull()
  expect(await app.sql('select count(*)::int as n from workspaces')).toEqual([{ n: 1 }])
})

test('CH-06, CF-11, SE-06: a workspace starts with a group, its desk, the case types and settings', async () => {
  const owner = caller(app)
  await signIn(owner, 'olga@example.org')
  const groups = (await owner.get('/groups')).body.items
  expect(groups).toMatchObject([
    { name: 'Everyone', members: [{ name: 'Olga Owner' }], channels: [{ name: 'Desk' }] },
  ])
  expect((await owner.get('/channels')).body.items).toMatchObject([
    { name: 'Desk', kind: 'desk', level: 'full', group: { name: 'Everyone' } },
  ])
  expect((await owner.get('/settings/cases')).body).toMatchObject({ version: 1, graceDays: 5 })
  const types = await app.sql('select name, built_in from case_types order by position')
  expect(types.map(type => type.name)).toEqual(['General', 'Support', 'Question', 'Feedback', 'Lead'])
  expect(await app.sql('select last_number from case_counters')).toEqual([{ last_number: 0 }])
})

test('A8: two people with codes at the same moment make one workspace', async () => {
  const other = await startApp()
  const codes = [code(await openSetup(other.ctx)), code(await openSetup(other.ctx))]
  const answers = await Promise.all(
    codes.map((one, at) =>
      caller(other).post('/setup', { ...wanted, code: one, email: `p${at}@example.org` }),
    ),
  )
  expect(answers.map(answer => answer.status).sort()).toEqual([201, 404])
  expect(await other.sql('select count(*)::int as n from workspaces')).toEqual([{ n: 1 }])
  expect(await other.sql('select count(*)::int as n from login')).toEqual([{ n: 1 }])
  await other.stop()
})

test('A8: set-up codes end after seven days', async () => {
  const other = await startApp()
  const link = code(await openSetup(other.ctx))
  await other.sql(`update one_time_codes set expires_at = expires_at - interval '7 days'`)
  expect((await caller(other).post('/setup', { ...wanted, code: link })).body.code).toBe('SETUP_CODE_WRONG')
  await setUp(other)
  await other.stop()
})

test('an unattended start makes the owner and their token; a second workspace keeps the login', async () => {
  const other = await startApp()
  const owner = { name: 'Olga', email: 'olga@example.org', password }
  expect(await addOwnerToken(other.ctx, 'a-token-from-outside')).toBe(false)
  await createWorkspace(other.ctx, { name: 'Acme', owner })
  expect(await addOwnerToken(other.ctx, 'a-token-from-outside')).toBe(true)
  expect(await addOwnerToken(other.ctx, 'a-token-from-outside')).toBe(true)
  const program = caller(other, 'a-token-from-outside')
  expect((await program.get('/me')).body).toMatchObject({ role: 'owner', workspace: { name: 'Acme' } })
  await createWorkspace(other.ctx, { name: 'Second', owner: { ...owner, password: 'another password' } })
  const browser = caller(other)
  expect((await signIn(browser, owner.email, 'another password')).status).toBe(401)
  expect((await signIn(browser, owner.email)).status).toBe(200)
  expect((await browser.get('/me')).body).toMatchObject({ workspace: { name: 'Acme' } })
  await other.stop()
})
