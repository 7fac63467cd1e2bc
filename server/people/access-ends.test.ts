import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import {
  type Caller,
  caller,
  channelNamed,
  join,
  password,
  setUp,
  signIn,
} from '#tests/harness/people-caller.ts'

let app: TestApp
let other: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  other = await app.second()
  owner = await setUp(app)
})
afterAll(async () => {
  await other.stop()
  await app.stop()
})

/** The same browser or program, talking to the other process. */
function elsewhere(who: Caller): Caller {
  const twin = caller(other)
  for (const [name, value] of who.cookies) twin.cookies.set(name, value)
  return twin
}

/** Everything a person can come in with, in both processes, known to both. */
async function ways(who: Caller): Promise<Caller[]> {
  const { value } = (await who.post('/tokens', { name: 'program' })).body
  const all = [who, elsewhere(who), caller(app, value), caller(other, value)]
  for (const way of all) expect((await way.get('/me')).status).toBe(200)
  return all
}

/** Closed at once in the process that made the change, within five seconds in every other. */
async function expectClosed([here, there, program, farProgram]: Caller[]): Promise<void> {
  for (const way of [here, program]) expect((await way!.get('/me')).status).toBe(401)
  for (const way of [there, farProgram]) {
    await vi.waitFor(async () => expect((await way!.get('/me')).status).toBe(401), {
      timeout: 5_000,
      interval: 100,
    })
  }
}

test('A5: deactivation ends sessions and tokens within five seconds, in every process', async () => {
  const dan = await join(app, owner, { name: 'Dan Deactivated' })
  const all = await ways(dan)
  expect((await owner.patch(`/users/${dan.id}`, { active: false })).body).toMatchObject({ active: false })
  await expectClosed(all)
  expect((await signIn(caller(app), dan.email)).status).toBe(401)
  await owner.patch(`/users/${dan.id}`, { active: true })
  expect((await all[2]!.get('/me')).status).toBe(401)
  expect((await signIn(caller(app), dan.email)).status).toBe(200)
})

test('A5: a change of role ends sessions and tokens within five seconds, in every process', async () => {
  const rob = await join(app, owner, { name: 'Rob Role' })
  const all = await ways(rob)
  await owner.patch(`/users/${rob.id}`, { role: 'viewer' })
  await expectClosed(all)
  const again = caller(app)
  await signIn(again, rob.email)
  expect((await again.get('/me')).body).toMatchObject({ role: 'viewer', permissions: [] })
})

test('A5: a new password ends every other session and all tokens; the one at hand gets a new id', async () => {
  const pam = await join(app, owner, { name: 'Pam Password' })
  const [, there, program, farProgram] = await ways(pam)
  const before = pam.cookies.get('docket.session_token')!
  const change = {
    currentPassword: password,
    newPassword: 'another long password',
    revokeOtherSessions: false,
  }
  const wrong = await pam.post('/api/auth/change-password', { ...change, currentPassword: 'not this one' })
  expect([wrong.status, wrong.body.code]).toEqual([400, 'INVALID_PASSWORD'])
  const short = await pam.post('/api/auth/change-password', { ...change, newPassword: 'short' })
  expect([short.status, short.body.code]).toEqual([400, 'PASSWORD_TOO_SHORT'])
  expect((await pam.post('/api/auth/change-password', change)).status).toBe(200)
  expect(pam.cookies.get('docket.session_token')).not.toBe(before)
  expect((await pam.get('/me')).status).toBe(200)
  const old = caller(app)
  old.cookies.set('docket.session_token', before)
  await expectClosed([old, there!, program!, farProgram!])
  expect((await signIn(caller(app), pam.email)).status).toBe(401)
  expect((await signIn(caller(app), pam.email, 'another long password')).status).toBe(200)
})

test('Z6: a level that is taken away is gone at once here and within five seconds elsewhere', async () => {
  const zoe = await join(app, owner, { name: 'Zoe Zone' })
  const desk = await channelNamed(owner, 'Desk')
  const far = elsewhere(zoe)
  expect((await zoe.get(`/channels/${desk.id}`)).body).toMatchObject({ level: 'can_reply' })
  expect((await far.get(`/channels/${desk.id}`)).status).toBe(200)
  await owner.put(`/channels/${desk.id}/access`, { entries: [] })
  expect((await zoe.get(`/channels/${desk.id}`)).status).toBe(404)
  await vi.waitFor(async () => expect((await far.get(`/channels/${desk.id}`)).status).toBe(404), {
    timeout: 5_000,
    interval: 100,
  })
  expect((await far.get('/channels')).body.items).toEqual([])
})

test('a token that was deleted or is over opens nothing', async () => {
  const tim = await join(app, owner, { name: 'Tim Token' })
  const soon = new Date(app.ctx.clock.now().getTime() + 3_600_000).toISOString()
  const made = (await tim.post('/tokens', { name: 'program', expiresAt: soon })).body
  const program = caller(app, made.value)
  expect((await program.get('/me')).status).toBe(200)
  await app.sql(`update api_tokens set expires_at = now() - interval '1 second' where id = $1`, [made.id])
  app.identifier.forget((await tim.get('/me')).body.workspace.id)
  expect((await program.get('/me')).status).toBe(401)
  const second = (await tim.post('/tokens', { name: 'second' })).body
  expect((await caller(app, second.value).get('/me')).status).toBe(200)
  expect((await tim.del(`/tokens/${second.id}`)).status).toBe(204)
  expect((await caller(app, second.value).get('/me')).status).toBe(401)
})
