import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, password, setUp, signIn } from '#tests/harness/people-caller.ts'
import { createWorkspace } from './create-workspace.ts'
import { invitationLink } from './invitation-token.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
})
afterAll(() => app.stop())

const tokenOf = (link: string) => link.split('#token=')[1]!

async function invite(email: string, more: object = {}) {
  const answer = await owner.post('/invitations', { email, ...more })
  expect(answer.status).toBe(201)
  return { ...answer.body, token: tokenOf(answer.body.link) }
}

function accept(token: unknown, secret = password, who = caller(app)) {
  return who.post('/invitations/accept', { token, name: 'Gus Guest', password: secret })
}

test('A4: an invitation is at least 128 bits, kept as a hash only, ends after seven days and works once', async () => {
  const made = await invite('gus@example.org')
  expect(tokenOf(made.link).replace('inv_', '').length).toBeGreaterThanOrEqual(22)
  const tables = ['invitations', 'one_time_codes', 'events']
  for (const table of tables) {
    expect(JSON.stringify(await app.sql(`select * from ${table}`))).not.toContain(made.token)
  }
  const days = await app.sql(
    `select extract(day from expires_at - created_at)::int as days from invitations where id = $1`,
    [made.id],
  )
  expect(days).toEqual([{ days: 7 }])
  expect((await owner.get('/invitations')).body.items).toMatchObject([{ id: made.id, link: null }])
  expect(invitationLink(app.ctx, made.id)).toBe(made.link)
  expect((await accept(made.token)).body).toMatchObject({ signedIn: true, workspace: { name: 'Acme' } })
  const again = await accept(made.token)
  expect([again.status, again.body.code]).toEqual([404, 'INVITATION_GONE'])
  expect((await owner.get('/invitations')).body.items).toEqual([])
})

test('A4: no other writing of a token opens it', async () => {
  const { token } = await invite('exact@example.org')
  const wrong = [
    '',
    ' ',
    '%20',
    '%',
    '*',
    token.toUpperCase(),
    `${token} `,
    token.slice(0, -1),
    [token],
    null,
  ]
  for (const one of wrong) {
    const answer = await accept(one)
    expect([answer.status, answer.body.code]).toEqual([404, 'INVITATION_GONE'])
  }
  expect(await app.sql(`select 1 from users where email = 'exact@example.org'`)).toEqual([])
  expect((await accept(token)).status).toBe(201)
})

test('A4: an invitation that is over, was withdrawn or replaced is gone', async () => {
  const over = await invite('over@example.org')
  await app.sql(
    `update one_time_codes set expires_at = now() - interval '1 second' where invitation_id = $1`,
    [over.id],
  )
  expect((await accept(over.token)).status).toBe(404)
  const withdrawn = await invite('withdrawn@example.org')
  expect((await owner.del(`/invitations/${withdrawn.id}`)).status).toBe(204)
  expect((await owner.del(`/invitations/${withdrawn.id}`)).body.code).toBe('INVITATION_NOT_FOUND')
  expect((await accept(withdrawn.token)).status).toBe(404)
  const replaced = await invite('replaced@example.org')
  const newer = await invite('replaced@example.org')
  expect((await accept(replaced.token)).status).toBe(404)
  expect((await accept(newer.token)).status).toBe(201)
})

test('A4: of two people who use one invitation at the same moment, one comes in', async () => {
  const { token } = await invite('race@example.org')
  const answers = await Promise.all([accept(token), accept(token), accept(token)])
  expect(answers.map(answer => answer.status).sort()).toEqual([201, 404, 404])
  expect(await app.sql(`select count(*)::int as n from login where email = 'race@example.org'`)).toEqual([
    { n: 1 },
  ])
})

test('D7: guessing the password of an invited login is braked', async () => {
  await createWorkspace(app.ctx, {
    name: 'Elsewhere',
    owner: { name: 'Ira', email: 'ira@example.org', password: 'the password of Ira' },
  })
  const { token } = await invite('ira@example.org')
  const statuses: number[] = []
  for (let round = 0; round < 11; round += 1) statuses.push((await accept(token, 'a wrong password')).status)
  expect(statuses).toEqual([...Array(10).fill(403), 429])
})

test('A3: who has a login elsewhere joins with its password, keeps it, and is a different person there', async () => {
  const elsewhere = await createWorkspace(app.ctx, {
    name: 'Elsewhere too',
    owner: { name: 'Jo', email: 'jo@example.org', password: 'the password of Jo' },
  })
  const { token } = await invite('jo@example.org', { role: 'viewer' })
  const wrong = await accept(token, 'a wrong password')
  expect([wrong.status, wrong.body.code]).toEqual([403, 'INVALID_PASSWORD'])
  const jo = caller(app)
  expect((await accept(token, 'the password of Jo', jo)).body).toMatchObject({ workspace: { name: 'Acme' } })
  expect((await jo.get('/me')).body).toMatchObject({ role: 'viewer', workspace: { name: 'Acme' } })
  const home = caller(app)
  await signIn(home, 'jo@example.org', 'the password of Jo')
  expect((await home.get('/me')).body.workspace.id).toBe(elsewhere.workspaceId)
})

test('a person joins the teams and groups of the invitation, and the only group without being asked', async () => {
  const team = (await owner.post('/teams', { name: 'Night shift' })).body
  const una = await join(app, owner, { name: 'Una United', teamIds: [team.id] })
  expect((await una.get('/users')).body.items.find(one => one.id === una.id)).toMatchObject({
    teams: [{ name: 'Night shift' }],
    groups: [{ name: 'Everyone' }],
    worksCases: true,
  })
  const unknown = await owner.post('/invitations', { email: 'x@example.org', teamIds: [una.id] })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'TEAM_NOT_FOUND'])
})

test('Z13: invitations need people.manage and give no more than the inviter holds, also later', async () => {
  const agent = await join(app, owner, { name: 'Abe Agent' })
  expect((await agent.post('/invitations', { email: 'y@example.org' })).body.code).toBe('NO_PERMISSION')
  expect((await agent.get('/invitations')).status).toBe(403)
  const host = await join(app, owner, { name: 'Hal Host' })
  await owner.patch(`/users/${host.id}`, { permissions: ['people.manage', 'cases.create'] })
  await signIn(host, host.email)
  const more = await host.post('/invitations', { email: 'z@example.org', role: 'admin' })
  expect([more.status, more.body.code]).toEqual([403, 'MORE_THAN_YOU_HOLD'])
  const fair = await host.post('/invitations', { email: 'z@example.org', role: 'creator' })
  expect(fair.status).toBe(201)
  await owner.patch(`/users/${host.id}`, { active: false })
  expect((await accept(tokenOf(fair.body.link))).body.code).toBe('INVITATION_GONE')
})

test('EMAIL_TAKEN: nobody is invited twice into a workspace; Z2: nor as an owner', async () => {
  const taken = await owner.post('/invitations', { email: 'OLGA@example.org' })
  expect([taken.status, taken.body.code]).toEqual([409, 'EMAIL_TAKEN'])
  for (const more of [{ role: 'owner' }, { invitedById: 'x' }, { workspaceId: 'x' }]) {
    expect((await owner.post('/invitations', { email: 'q@example.org', ...more })).status).toBe(400)
  }
})
