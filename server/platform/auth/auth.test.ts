import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetEnded } from '#server/people/forget-ended.ts'
import { loginRules } from '#server/people/login-rules.ts'
import { resetPasswordOf } from '#server/people/reset-password.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { DatabaseUnavailable, openDatabase } from '#server/platform/db/transaction.ts'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, password, setUp, signIn } from '#tests/harness/people-caller.ts'
import { openAuth } from './auth.ts'
import { secondFactor, tableNames } from './options.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
})
afterAll(() => app.stop())

test('the tables of the sign-in are those that its library expects', async () => {
  const { toBeCreated, toBeAdded } = await app.asOwner(database =>
    getMigrations({
      ...tableNames,
      database,
      plugins: [secondFactor()],
      emailAndPassword: { enabled: true },
    }),
  )
  expect(toBeCreated).toEqual([])
  expect(toBeAdded).toEqual([])
})

test('while the database is away nobody is told that they are signed out', async () => {
  const connections = openConnections({
    url: 'postgres://docket_app:app@127.0.0.1:1/nowhere',
    size: 1,
    namedStatements: true,
    log: app.ctx.log,
  })
  const database = openDatabase({ connections, clock: app.ctx.clock, role: null, listeners: [] })
  const ctx = { ...app.ctx, database }
  const auth = await openAuth(ctx, loginRules(ctx))
  const cookie = `${auth.cookieName}=${owner.cookies.get(auth.cookieName)}`
  expect(await app.auth.sessionOf(cookie)).not.toBeNull()
  await expect(auth.sessionOf(cookie)).rejects.toThrow(DatabaseUnavailable)
  await database.stop()
})

test('A5: a password that was reset from the command line ends everything the old one opened', async () => {
  const { value } = (await owner.post('/tokens', { name: 'program' })).body
  expect(await resetPasswordOf(app.ctx, 'olga@example.org', 'a password from the console')).toBe(true)
  expect(await resetPasswordOf(app.ctx, 'nobody@example.org', 'a password from the console')).toBe(false)
  const { body } = await owner.get('/me')
  expect(body.code).toBe('NOT_SIGNED_IN')
  expect((await caller(app, value).get('/me')).status).toBe(401)
  expect((await signIn(caller(app), 'olga@example.org', password)).status).toBe(401)
  expect((await signIn(owner, 'olga@example.org', 'a password from the console')).status).toBe(200)
})

test('sessions and codes whose time is over are removed, the others stay', async () => {
  const other = caller(app)
  await signIn(other, 'olga@example.org', 'a password from the console')
  const token = decodeURIComponent(other.cookies.get('docket.session_token')!).split('.')[0]
  await app.sql(`update login_session set expires_at = now() - interval '1 second' where token = $1`, [token])
  await forgetEnded(app.ctx)
  expect(await app.sql('select 1 from login_session where token = $1', [token])).toEqual([])
  expect((await owner.get('/me')).status).toBe(200)
})
