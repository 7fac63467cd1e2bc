import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkspace } from '#server/people/create-workspace.ts'
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
import { channelForIntake, findChannelByAddress } from './access.ts'

let app: TestApp
let owner: Caller
let workspaceId: string
beforeAll(async () => {
  app = await startApp()
  owner = await setUp(app)
  workspaceId = (await owner.get('/me')).body.workspace.id
})
afterAll(() => app.stop())

const canary = 'canary-9f4c-secret'
const imap = { host: 'imap.example.org', port: 993, secure: true, user: 'desk', password: canary }
const smtp = { host: 'smtp.example.org', port: 465, secure: true, user: 'desk', password: canary }

let made = 0
async function mailbox(more: object = {}) {
  made += 1
  const answer = await owner.post('/channels', {
    kind: 'email',
    name: `Mail ${made}`,
    address: `Mail${made}@Example.org`,
    imap,
    smtp,
    ...more,
  })
  expect(answer.status).toBe(201)
  return answer.body
}

const opened = (id: string) => app.ctx.database.read(workspaceId, tx => channelForIntake(app.ctx, tx, id))

test('a channel for mail: address in lower case, late messages open cases (SE-06), a desk does not', async () => {
  const channel = await mailbox()
  expect(channel).toMatchObject({
    address: `mail${made}@example.org`,
    level: 'full',
    options: { createOnLateMessage: true, defaultTeamId: null, senderName: '' },
    mailbox: { state: 'idle' },
  })
  const desk = await owner.post('/channels', { kind: 'desk', name: 'Phone' })
  expect(desk.body).toMatchObject({ address: null, mailbox: null, options: { createOnLateMessage: false } })
  for (const wrong of [
    { kind: 'email', name: 'No address' },
    { kind: 'desk', name: 'Desk with address', address: 'x@example.org' },
    { kind: 'api', name: 'API with a mailbox', imap },
    { kind: 'email', name: 'Unknown key', address: 'y@example.org', createdAt: 'x' },
    { kind: 'fax', name: 'Fax' },
  ]) {
    expect((await owner.post('/channels', wrong)).status).toBe(400)
  }
})

test('O5, A12, A13: passwords are never shown, stored sealed, and opened for the machinery alone', async () => {
  const channel = await mailbox()
  expect(channel).toMatchObject({ imap: { passwordSet: true }, smtp: { passwordSet: true } })
  const answers = [
    await owner.get('/channels'),
    await owner.get(`/channels/${channel.id}`),
    await owner.patch(`/channels/${channel.id}`, { name: 'Renamed' }),
    await owner.patch(`/channels/${channel.id}`, { version: 1 }),
  ]
  for (const answer of answers) expect(answer.text).not.toContain(canary)
  for (const table of ['channels', 'events']) {
    expect(JSON.stringify(await app.sql(`select t::text from ${table} t`))).not.toContain(canary)
  }
  expect(await opened(channel.id)).toMatchObject({
    imap: { host: 'imap.example.org', password: canary },
    smtp: { password: canary },
    senderName: '',
    defaultTeamId: null,
  })
})

test.each([
  ['host', { host: 'imap.attacker.example' }],
  ['user', { user: 'somebody' }],
  ['port', { port: 143 }],
  ['protection', { secure: false }],
])('O5: another %s forgets the password unless a new one comes with it', async (_what, change) => {
  const { password: _, ...server } = imap
  const channel = await mailbox()
  const same = await owner.patch(`/channels/${channel.id}`, { imap: server })
  expect(same.body).toMatchObject({ imap: { passwordSet: true } })
  const moved = await owner.patch(`/channels/${channel.id}`, { imap: { ...server, ...change } })
  expect(moved.body).toMatchObject({ imap: { ...change, passwordSet: false }, smtp: { passwordSet: true } })
  expect(await opened(channel.id)).toMatchObject({ imap: { password: null }, smtp: { password: canary } })
  const given = await owner.patch(`/channels/${channel.id}`, { imap: { ...imap, password: 'new' } })
  expect(given.body).toMatchObject({ imap: { passwordSet: true } })
  expect(await opened(channel.id)).toMatchObject({ imap: { password: 'new' } })
  const removed = await owner.patch(`/channels/${channel.id}`, {
    imap: null,
    smtp: { ...smtp, password: '' },
  })
  expect(removed.body).toMatchObject({ imap: null, smtp: { passwordSet: false }, mailbox: null })
})

test('AX-14, AX-16: a channel exists for those alone who have at least Read Only, a desk like any other', async () => {
  const agent = await join(app, owner, { name: 'Abe Agent' })
  const viewer = await join(app, owner, { name: 'Viv Viewer', role: 'viewer' })
  const channel = await mailbox({ kind: 'desk', address: undefined, imap: undefined, smtp: undefined })
  expect((await channelNamed(agent, channel.name)).level).toBe('can_reply')
  expect((await channelNamed(viewer, channel.name)).level).toBe('read_only')
  const list = [
    { subject: { kind: 'role', role: 'agent' }, level: 'read_only' },
    { subject: { kind: 'role', role: 'viewer' }, level: 'no_access' },
    { subject: { kind: 'user', userId: agent.id }, level: 'needs_approval' },
  ]
  expect((await owner.put(`/channels/${channel.id}/access`, { entries: list })).body.entries.length).toBe(3)
  expect((await channelNamed(agent, channel.name)).level).toBe('needs_approval')
  expect((await agent.get('/me')).body).toMatchObject({ memberOfChannels: [channel.id] })
  expect(await channelNamed(viewer, channel.name)).toBeUndefined()
  const unseen = await viewer.get(`/channels/${channel.id}`)
  const random = await viewer.get('/channels/0198a000-0000-7000-8000-000000000001')
  expect([unseen.status, unseen.text]).toEqual([404, random.text])
})

test('AX-14: Full manages the channel; below it nothing is changed; connections need channels.manage', async () => {
  const agent = await join(app, owner, { name: 'Fay Full' })
  const channel = await mailbox()
  const paths = [`/channels/${channel.id}`, `/channels/${channel.id}/access`]
  expect((await agent.patch(paths[0]!, { name: 'Mine' })).body.code).toBe('CHANNEL_ACCESS_TOO_LOW')
  expect((await agent.get(paths[1]!)).body.code).toBe('CHANNEL_ACCESS_TOO_LOW')
  expect((await agent.del(paths[0]!)).status).toBe(403)
  const entries = [{ subject: { kind: 'user', userId: agent.id }, level: 'full' }]
  await owner.put(paths[1]!, { entries })
  expect((await agent.patch(paths[0]!, { name: 'Of Fay' })).body).toMatchObject({
    name: 'Of Fay',
    imap: null,
  })
  expect((await agent.get(paths[1]!)).body.entries).toEqual(entries)
  const hidden = await agent.get(paths[0]!)
  expect(hidden.text).not.toContain('imap.example.org')
  expect((await agent.patch(paths[0]!, { imap })).body.code).toBe('NO_PERMISSION')
  expect((await agent.post('/channels', { kind: 'desk', name: 'New' })).body.code).toBe('NO_PERMISSION')
  expect((await agent.del(paths[0]!)).status).toBe(204)
})

test('an access list names each role and person once, and only people of the workspace', async () => {
  const channel = await mailbox()
  const path = `/channels/${channel.id}/access`
  const entry = { subject: { kind: 'role', role: 'agent' }, level: 'full' }
  expect((await owner.put(path, { entries: [entry, entry] })).status).toBe(400)
  const stranger = { kind: 'user', userId: '0198a000-0000-7000-8000-000000000001' }
  expect((await owner.put(path, { entries: [{ subject: stranger, level: 'full' }] })).body.code).toBe(
    'USER_NOT_FOUND',
  )
  for (const role of ['owner', 'admin', 'custom']) {
    const wrong = { subject: { kind: 'role', role }, level: 'no_access' }
    expect((await owner.put(path, { entries: [wrong] })).status).toBe(400)
  }
})

test('an address belongs to one channel in the world, with or without a token, until that is deleted', async () => {
  await createWorkspace(app.ctx, {
    name: 'Neighbour',
    owner: { name: 'Ned', email: 'ned@example.org', password },
  })
  const ned = caller(app)
  await signIn(ned, 'ned@example.org')
  const channel = await mailbox({ address: 'Help@Example.org' })
  const taken = await ned.post('/channels', { kind: 'email', name: 'Help', address: 'HELP@example.org' })
  expect([taken.status, taken.body.code]).toEqual([409, 'ADDRESS_TAKEN'])
  expect(await channelNamed(ned, 'Help')).toBeUndefined()
  for (const address of ['help@example.org', 'HELP+abc123@Example.ORG', ' help@example.org ']) {
    expect(await findChannelByAddress(app.ctx, address)).toEqual({ workspaceId, channelId: channel.id })
  }
  for (const address of [
    'help@example.com',
    'nohelp@example.org',
    '',
    '@',
    `${'a+'.repeat(500)}@example.org`,
  ]) {
    expect(await findChannelByAddress(app.ctx, address)).toBeNull()
  }
  expect((await owner.del(`/channels/${channel.id}`)).status).toBe(204)
  expect(await opened(channel.id)).toBeNull()
  expect(
    (await ned.post('/channels', { kind: 'email', name: 'Help', address: 'help@example.org' })).status,
  ).toBe(201)
})

test('a deleted channel leaves no secrets, frees its name, and stays readable by its level', async () => {
  const channel = await mailbox({ name: 'Short-lived' })
  expect((await owner.del(`/channels/${channel.id}`)).status).toBe(204)
  expect(await app.sql('select imap, smtp, secrets from channels where id = $1', [channel.id])).toEqual([
    { imap: null, smtp: null, secrets: null },
  ])
  expect((await owner.get(`/channels/${channel.id}`)).status).toBe(404)
  expect((await owner.get('/me')).body.channelLevels[channel.id]).toBe('full')
  await mailbox({ name: 'Short-lived' })
  const taken = await owner.post('/channels', { kind: 'desk', name: 'Short-lived' })
  expect([taken.status, taken.body.code]).toEqual([409, 'NAME_TAKEN'])
})

test('a stale version is refused with the present state', async () => {
  const channel = await mailbox()
  await owner.patch(`/channels/${channel.id}`, { options: { senderName: 'Acme Care' }, version: 1 })
  const stale = await owner.patch(`/channels/${channel.id}`, { name: 'Other', version: 1 })
  expect(stale.body).toMatchObject({
    code: 'CONFLICT',
    data: { current: { version: 2, options: { senderName: 'Acme Care', createOnLateMessage: true } } },
  })
  expect((await owner.patch(`/channels/${channel.id}`, { groupId: channel.id })).body.code).toBe(
    'GROUP_NOT_FOUND',
  )
})
