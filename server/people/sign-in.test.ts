import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuth } from '#server/platform/auth/auth.ts'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, password, setUp, signIn } from '#tests/harness/people-caller.ts'
import { loginRules } from './login-rules.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp({ limits: { account: 1_000, address: 10_000 } })
  owner = await setUp(app)
})
afterAll(() => app.stop())

const email = 'olga@example.org'

test('the session cookie is out of reach of scripts and other sites', async () => {
  const answer = await signIn(caller(app), email)
  const cookie = answer.headers.getSetCookie().find(line => line.startsWith('docket.session_token='))
  expect(cookie).toMatch(/HttpOnly/u)
  expect(cookie).toMatch(/SameSite=Lax/u)
  expect(cookie).not.toMatch(/Secure/u)
  const secure = await openAuth({ ...app.ctx, publicUrl: 'https://docket.test' }, loginRules(app.ctx))
  expect(secure.cookieName).toBe('__Secure-docket.session_token')
})

test('A7: unknown e-mail, wrong password and a person without a workspace are answered alike', async () => {
  const nobody = await join(app, owner, { name: 'Nora Nobody' })
  await owner.patch(`/users/${nobody.id}`, { active: false })
  const answers = [
    await signIn(caller(app), 'unknown@example.org'),
    await signIn(caller(app), email, 'wrong password here'),
    await signIn(caller(app), nobody.email),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(401)
    expect(answer.text).toBe(answers[0]!.text)
    expect([...answer.headers.keys()].sort()).toEqual([...answers[0]!.headers.keys()].sort())
  }
})

test('A9: huge and overlong passwords are refused before anything is hashed', async () => {
  const huge = await caller(app).post('/api/auth/sign-in/email', { email, password: 'x'.repeat(10_000_000) })
  expect(huge.status).toBe(413)
  const long = await signIn(caller(app), email, 'x'.repeat(257))
  expect([long.status, long.body.code]).toEqual([400, 'INVALID'])
  const name = await caller(app).post('/setup', { code: 'x', workspace: 'x'.repeat(1_000_000) })
  expect([400, 413, 422]).toContain(name.status)
})

test('A11: the stored hash is scrypt and does not open anything', async () => {
  const [row] = await app.sql(`select password from login_account limit 1`)
  expect(row!.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/u)
  expect((await signIn(caller(app), email, String(row!.password))).status).toBe(401)
  expect((await signIn(caller(app), email, String(row!.password).slice(0, 256))).status).toBe(401)
})

test('Z2, Z13: no sign-up, no other path of the library, no key that is not asked for', async () => {
  for (const path of ['sign-up/email', 'update-user', 'update-session', 'delete-user', 'change-email']) {
    expect((await owner.post(`/api/auth/${path}`, {})).status).toBe(404)
  }
  const more = await caller(app).post('/api/auth/sign-in/email', { email, password, workspaceId: 'x' })
  expect([more.status, more.body.code]).toEqual([400, 'INVALID'])
  expect((await caller(app).send('POST', '/api/auth/sign-in/email', 'not json')).status).toBe(400)
})

test('CSRF: a foreign page can neither sign anybody in nor out', async () => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const signedIn = await caller(app).post('/api/auth/sign-in/email', { email, password }, foreign)
  expect([signedIn.status, signedIn.body.code]).toEqual([403, 'FOREIGN_ORIGIN'])
  expect((await owner.post('/api/auth/sign-out', {}, foreign)).status).toBe(403)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await caller(app).send('POST', '/api/auth/sign-in/email', 'email=x', form)).status).toBe(415)
  expect((await owner.get('/me')).status).toBe(200)
})

test('sessions can be listed and ended one by one, and signing out works at once', async () => {
  const [one, two] = [caller(app), caller(app)]
  await signIn(one, email)
  await signIn(two, email)
  const list = (await one.get('/api/auth/list-sessions')).body as unknown as { id: string; token: string }[]
  expect(list.length).toBeGreaterThanOrEqual(3)
  const { session } = (await one.get('/api/auth/get-session')).body as unknown as { session: { id: string } }
  const own = decodeURIComponent(one.cookies.get('docket.session_token')!).split('.')[0]
  expect(list.find(place => place.id === session.id)?.token).toBe(own)
  const token = decodeURIComponent(two.cookies.get('docket.session_token')!).split('.')[0]
  expect((await two.get('/me')).status).toBe(200)
  expect((await one.post('/api/auth/revoke-session', { token })).status).toBe(200)
  expect((await two.get('/me')).status).toBe(401)
  const kept = new Map(one.cookies)
  expect((await one.send('POST', '/api/auth/sign-out')).status).toBe(200)
  for (const [name, value] of kept) one.cookies.set(name, value)
  expect((await one.get('/me')).status).toBe(401)
})

test('a session in use is renewed, one out of use for a week is over', async () => {
  const one = caller(app)
  await signIn(one, email)
  const token = decodeURIComponent(one.cookies.get('docket.session_token')!).split('.')[0]
  expect((await one.get('/me')).headers.getSetCookie()).toEqual([])
  await app.sql(`update login_session set expires_at = expires_at - interval '2 days' where token = $1`, [
    token,
  ])
  expect((await one.get('/me')).headers.getSetCookie()[0]).toContain('docket.session_token=')
  await app.sql(`update login_session set expires_at = now() - interval '1 second' where token = $1`, [token])
  app.identifier.forget((await owner.get('/me')).body.workspace.id)
  expect((await one.get('/me')).status).toBe(401)
})

test('a cookie that was changed, cut or made up opens nothing', async () => {
  const one = caller(app)
  await signIn(one, email)
  const cookie = one.cookies.get('docket.session_token')!
  for (const wrong of [
    cookie.slice(0, 40),
    `${cookie}x`,
    cookie.replace(/^./u, 'Z'),
    '%',
    '"',
    'x'.repeat(5_000),
  ]) {
    one.cookies.set('docket.session_token', wrong)
    expect((await one.get('/me')).status).toBe(401)
  }
})
