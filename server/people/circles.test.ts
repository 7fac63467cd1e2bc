import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, channelNamed, join, setUp } from '#tests/harness/people-caller.ts'

let app: TestApp
let owner: Caller
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
})
afterAll(() => app.stop())

test('teams: made, renamed, filled, listed and deleted, with an event for each', async () => {
  const ann = await join(app, owner, { name: 'Ann' })
  const team = (await owner.post('/teams', { name: 'Front', memberIds: [ann.id] })).body
  expect(team).toMatchObject({ name: 'Front', members: [{ name: 'Ann' }], version: 1 })
  expect((await owner.post('/teams', { name: 'Front' })).body.code).toBe('NAME_TAKEN')
  const changed = await owner.patch(`/teams/${team.id}`, { name: 'Back', memberIds: [], version: 1 })
  expect(changed.body).toMatchObject({ name: 'Back', members: [], version: 2 })
  expect((await owner.patch(`/teams/${team.id}`, { name: 'Old', version: 1 })).body).toMatchObject({
    code: 'CONFLICT',
    data: { current: { name: 'Back', version: 2 } },
  })
  expect((await ann.get('/teams')).body.items).toMatchObject([{ name: 'Back' }])
  expect((await ann.del(`/teams/${team.id}`)).body.code).toBe('NO_PERMISSION')
  expect((await owner.del(`/teams/${team.id}`)).status).toBe(204)
  expect((await owner.del(`/teams/${team.id}`)).body.code).toBe('TEAM_NOT_FOUND')
  const kinds = await app.sql(`select kind from events where kind like 'team.%' order by id`)
  expect(kinds.map(row => row.kind)).toEqual(['team.created', 'team.changed', 'team.deleted'])
})

test('a membership counts at once for what a person may do', async () => {
  const bo = await join(app, owner, { name: 'Bo' })
  expect((await bo.get('/me')).body).toMatchObject({ teamIds: [] })
  const team = (await owner.post('/teams', { name: 'Late', memberIds: [bo.id] })).body
  expect((await bo.get('/me')).body).toMatchObject({ teamIds: [team.id] })
})

test('only active people of the workspace become members', async () => {
  const gone = await join(app, owner, { name: 'Gone' })
  await owner.patch(`/users/${gone.id}`, { active: false })
  const inactive = await owner.post('/teams', { name: 'Ghosts', memberIds: [gone.id] })
  expect([inactive.status, inactive.body.code]).toEqual([409, 'USER_INACTIVE'])
  const unknown = '0198a000-0000-7000-8000-000000000001'
  const missing = await owner.post('/teams', { name: 'Ghosts', memberIds: [unknown] })
  expect([missing.status, missing.body.code]).toEqual([404, 'USER_NOT_FOUND'])
  expect(missing.body.data).toEqual({ userIds: [unknown] })
})

test('CH-06: each group starts with one desk channel', async () => {
  const group = (await owner.post('/groups', { name: 'Berlin' })).body
  expect(group).toMatchObject({ name: 'Berlin', members: [] })
  const groups = (await owner.get('/groups')).body.items
  expect(groups.find(one => one.id === group.id)).toMatchObject({ channels: [{ name: 'Berlin desk' }] })
})

test('AX-14: joining a group needs Read Only on one of its channels', async () => {
  const lou = await join(app, owner, { name: 'Lou' })
  const group = (await owner.post('/groups', { name: 'Paris' })).body
  const desk = await channelNamed(owner, 'Paris desk')
  await owner.put(`/channels/${desk.id}/access`, { entries: [] })
  const refused = await owner.patch(`/groups/${group.id}`, { memberIds: [lou.id] })
  expect([refused.status, refused.body.code]).toEqual([409, 'MEMBER_WITHOUT_ACCESS'])
  expect(refused.body.data).toEqual({ userIds: [lou.id] })
  const level = (wanted: string) => ({
    entries: [{ subject: { kind: 'user', userId: lou.id }, level: wanted }],
  })
  await owner.put(`/channels/${desk.id}/access`, level('no_access'))
  expect((await owner.patch(`/groups/${group.id}`, { memberIds: [lou.id] })).status).toBe(409)
  await owner.put(`/channels/${desk.id}/access`, level('read_only'))
  expect((await owner.patch(`/groups/${group.id}`, { memberIds: [lou.id] })).body).toMatchObject({
    members: [{ name: 'Lou' }],
  })
})

test('Z16: a group names to everybody only the channels that they may read', async () => {
  const kit = await join(app, owner, { name: 'Kit' })
  const group = (await owner.post('/groups', { name: 'Secret' })).body
  const desk = await channelNamed(owner, 'Secret desk')
  await owner.put(`/channels/${desk.id}/access`, { entries: [] })
  const seen = (await kit.get('/groups')).body.items.find(one => one.id === group.id)
  expect(seen).toMatchObject({ name: 'Secret', channels: [] })
})

test('IN_USE: what is used is not deleted, and it is said by what', async () => {
  const group = (await owner.post('/groups', { name: 'Used' })).body
  const refused = await owner.del(`/groups/${group.id}`)
  expect([refused.status, refused.body.code]).toEqual([409, 'IN_USE'])
  expect(refused.body.data).toEqual({ channels: ['Used desk'], cases: false })
  const team = (await owner.post('/teams', { name: 'Routed' })).body
  const desk = await channelNamed(owner, 'Used desk')
  await owner.patch(`/channels/${desk.id}`, { options: { defaultTeamId: team.id } })
  expect((await owner.del(`/teams/${team.id}`)).body.data).toEqual({ channels: ['Used desk'], cases: false })
  expect((await owner.del(`/channels/${desk.id}`)).status).toBe(204)
  expect((await owner.del(`/groups/${group.id}`)).status).toBe(204)
  expect((await owner.del(`/teams/${team.id}`)).status).toBe(204)
})

test('IN_USE: a team that has a case is not deleted', async () => {
  const team = (await owner.post('/teams', { name: 'Working' })).body
  await app.sql(
    `insert into cases (workspace_id, id, number, channel_id, source, subject, description, type_id, priority, status,
       team_id, created_at, updated_at, status_changed_at, last_qualifying_at, last_activity_at)
     select t.workspace_id, gen_random_uuid(), 1, c.id, 'platform', 'x', '', y.id, 'none', 'new', t.id,
       now(), now(), now(), now(), now()
     from teams t join channels c on c.workspace_id = t.workspace_id and c.name = 'Desk'
       join case_types y on y.workspace_id = t.workspace_id and y.name = 'General' where t.id = $1`,
    [team.id],
  )
  expect((await owner.del(`/teams/${team.id}`)).body.data).toEqual({ channels: [], cases: true })
  const desk = await channelNamed(owner, 'Desk')
  const refused = await owner.del(`/channels/${desk.id}`)
  expect([refused.status, refused.body.code, refused.body.data]).toEqual([409, 'IN_USE', { cases: 1 }])
})
