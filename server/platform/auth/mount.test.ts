import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { caller, setUp, signIn } from '#tests/harness/people-caller.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await setUp(app)
})
afterAll(() => app.stop())

test('D7: ten wrong passwords a minute for one account; others go on, and Retry-After tells when', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 11; at += 1) {
    statuses.push((await signIn(caller(app), 'olga@example.org', 'a wrong password')).status)
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429])
  const braked = await signIn(caller(app), 'OLGA@example.org')
  expect([braked.status, braked.body.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
  expect(Number(braked.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await signIn(caller(app), 'other@example.org')).status).toBe(401)
})

test('D7: hundreds of sign-ins at once are answered, and none of them stops the server', async () => {
  const flood = Array.from({ length: 200 }, (_, at) =>
    signIn(caller(app), `flood${at}@example.org`, 'a wrong password'),
  )
  const health = await caller(app).get('/setup')
  expect(health.status).toBe(404)
  const statuses = (await Promise.all(flood)).map(answer => answer.status)
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
})
