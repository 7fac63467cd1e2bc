import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, join, setUp } from '#tests/harness/people-caller.ts'
import { caseSettings } from './settings-access.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
})
afterAll(() => app.stop())

const closing = {
  enabled: true,
  enabledAt: '2001-01-01T00:00:00.000Z',
  thresholdHours: 24,
  statuses: ['waiting'],
}

test('SE-07: changes need cases.settings, are checked on the server and told with before and after', async () => {
  const agent = await join(app, owner, { name: 'Abe Agent' })
  expect((await agent.get('/settings/cases')).body).toMatchObject({ version: 1, workdayHours: 8 })
  const refused = await agent.put('/settings/cases', { graceDays: 7 })
  expect([refused.status, refused.body.code]).toEqual([403, 'NO_PERMISSION'])
  for (const wrong of [
    { graceDays: 91 },
    { graceDays: -1 },
    { workspaceId: 'x' },
    { autoClose: { enabled: 1 } },
  ]) {
    expect((await owner.put('/settings/cases', wrong)).status).toBe(400)
  }
  expect((await owner.put('/settings/cases', { graceDays: 7, version: 1 })).body).toMatchObject({
    version: 2,
    graceDays: 7,
  })
  const events = await app.sql(`select data, settings_version from events where kind = 'settings.changed'`)
  expect(events).toMatchObject([
    { data: { area: 'cases', before: { graceDays: 5 }, after: { graceDays: 7 } }, settings_version: 2 },
  ])
})

test('BY-01: every version stays, and a stale one is refused with the present state', async () => {
  const stale = await owner.put('/settings/cases', { graceDays: 1, version: 1 })
  expect(stale.body).toMatchObject({ code: 'CONFLICT', data: { current: { version: 2, graceDays: 7 } } })
  const versions = await app.sql(
    `select version, body ->> 'graceDays' as days from settings_versions order by 1`,
  )
  expect(versions).toEqual([
    { version: 1, days: '5' },
    { version: 2, days: '7' },
  ])
})

test('AC-15: enabling notes the moment, whatever was sent; editing keeps it; enabling anew renews it', async () => {
  const enabledAt = async (autoClose: object) => {
    const { body } = await owner.put('/settings/cases', { autoClose })
    return (body.autoClose as { enabledAt: string | null }).enabledAt
  }
  const first = await enabledAt(closing)
  expect(Math.abs(Date.parse(first!) - app.ctx.clock.now().getTime())).toBeLessThan(60_000)
  expect(await enabledAt({ ...closing, thresholdHours: 48 })).toBe(first)
  expect(await enabledAt({ ...closing, enabled: false })).toBeNull()
  expect(Date.parse((await enabledAt(closing))!)).toBeGreaterThan(Date.parse(first!))
})

test('acts read the settings in force with their version', async () => {
  const { workspace } = (await owner.get('/me')).body
  const inForce = await app.ctx.database.read(workspace.id, tx => caseSettings(tx))
  expect(inForce).toMatchObject({ version: 6, settings: { autoClose: { enabled: true } } })
})
