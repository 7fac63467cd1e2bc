import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, password, setUp, signIn } from '#tests/harness/people-caller.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp({ limits: { account: 1_000, address: 10_000 } })
  owner = await setUp(app)
})
afterAll(() => app.stop())

/** The code that an authenticator app shows for a key (RFC 6238: SHA-1, 30 seconds, six digits), `steps` from now. */
function codeOf(uri: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const secret = new URL(uri).searchParams.get('secret')!.replaceAll('=', '')
  const bits = Array.from(secret, letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(app.ctx.clock.now().getTime() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

type Keys = { uri: string; backup: string[] }

async function turnOn(who: Caller): Promise<Keys> {
  const { body } = await who.post('/api/auth/two-factor/enable', { password })
  const done = await who.post('/api/auth/two-factor/verify-totp', { code: codeOf(body.totpURI) })
  expect(done.status).toBe(200)
  return { uri: body.totpURI, backup: body.backupCodes }
}

test('A6: with a second factor the password alone opens nothing, each code opens once', async () => {
  const tom = await join(app, owner, { name: 'Tom Totp' })
  expect((await tom.post('/api/auth/two-factor/enable', { password: 'not my password' })).status).toBe(400)
  const keys = await turnOn(tom)
  expect((await tom.get('/me')).body).toMatchObject({ twoFactor: true })
  const first = caller(app)
  expect((await signIn(first, tom.email)).body).toMatchObject({ twoFactorRedirect: true })
  expect((await first.get('/me')).status).toBe(401)
  const code = codeOf(keys.uri, 1)
  expect((await first.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
  expect((await first.get('/me')).body.id).toBe(tom.id)
  const second = caller(app)
  await signIn(second, tom.email)
  const replay = await second.post('/api/auth/two-factor/verify-totp', { code })
  expect([replay.status, replay.body.code]).toEqual([401, 'INVALID_CODE'])
  expect((await second.get('/me')).status).toBe(401)
})

test('A6: backup codes open once', async () => {
  const bea = await join(app, owner, { name: 'Bea Backup' })
  const { backup } = await turnOn(bea)
  const [one, two] = [caller(app), caller(app)]
  await signIn(one, bea.email)
  await signIn(two, bea.email)
  const code = backup[0]!
  expect((await one.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(200)
  const replay = await two.post('/api/auth/two-factor/verify-backup-code', { code })
  expect([replay.status, replay.body.code]).toEqual([401, 'INVALID_BACKUP_CODE'])
})

test('A6: five wrong codes lock the second step, also for the right one and a new first step', async () => {
  const liz = await join(app, owner, { name: 'Liz Locked' })
  const keys = await turnOn(liz)
  const thief = caller(app)
  await signIn(thief, liz.email)
  for (let round = 0; round < 5; round += 1) {
    const wrong = await thief.post('/api/auth/two-factor/verify-totp', { code: '000000' })
    expect(wrong.status).toBe(401)
  }
  await signIn(thief, liz.email)
  const late = await thief.post('/api/auth/two-factor/verify-totp', { code: codeOf(keys.uri, 1) })
  expect([late.status, late.body.code]).toEqual([429, 'ACCOUNT_TEMPORARILY_LOCKED'])
})

test('A6: a second step without its first one opens nothing', async () => {
  const una = await join(app, owner, { name: 'Una Unbound' })
  const keys = await turnOn(una)
  const thief = caller(app)
  const code = codeOf(keys.uri, 1)
  expect((await thief.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(401)
  await signIn(thief, 'olga@example.org', 'wrong password here')
  expect((await thief.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(401)
})

test('A5: turning the second factor on or off ends other sessions and API tokens, and changes the session id', async () => {
  const ed = await join(app, owner, { name: 'Ed Enabling' })
  const elsewhere = caller(app)
  await signIn(elsewhere, ed.email)
  const program = caller(app, (await ed.post('/tokens', { name: 'program' })).body.value)
  expect((await elsewhere.get('/me')).status).toBe(200)
  expect((await program.get('/me')).status).toBe(200)
  const before = ed.cookies.get('docket.session_token')
  await turnOn(ed)
  expect(ed.cookies.get('docket.session_token')).not.toBe(before)
  expect((await ed.get('/me')).status).toBe(200)
  expect((await elsewhere.get('/me')).status).toBe(401)
  expect((await program.get('/me')).status).toBe(401)
  const later = caller(app, (await ed.post('/tokens', { name: 'program' })).body.value)
  expect((await ed.post('/api/auth/two-factor/disable', { password })).status).toBe(200)
  expect((await later.get('/me')).status).toBe(401)
  expect((await ed.get('/me')).body).toMatchObject({ twoFactor: false })
})
