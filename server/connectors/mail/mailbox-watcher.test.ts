import { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Dovecot, startDovecot, whyNoDovecot } from '#tests/givens/dovecot.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { rawMail } from '#tests/givens/raw-mail.ts'
import { messages, rawMails, recorded } from '#tests/givens/take-mail.ts'
import { fetchNew } from './fetch-mailbox.ts'
import { type MailboxWatcher, openMailboxWatcher } from './mailbox-watcher.ts'

const missing = whyNoDovecot()
if (missing) console.log(`Mailboxes are not tested against a real server: ${missing}`)

const rhythm = { pollMs: 200, firstPauseMs: 50, longestPauseMs: 200 }
const patience = { timeout: 15_000, interval: 50 }
const day = 24 * 60 * 60_000

let dovecot: Dovecot
let house: MailHouse
let watcher: MailboxWatcher | null = null

beforeAll(async () => {
  if (missing) return
  dovecot = await startDovecot()
  house = await openMailHouse()
})
afterAll(async () => {
  if (missing) return
  await house.stop()
  await dovecot.remove()
})
afterEach(async () => {
  await watcher?.stop()
  watcher = null
})

/** The channel fetches from the mailbox; `since` is when it was made. */
async function settings(password: string, since?: Date): Promise<void> {
  const imap = { host: '127.0.0.1', port: dovecot.port, secure: false, user: dovecot.user }
  await house.ctx.database.write(house.workspace.id, tx =>
    tx.q
      .updateTable('channels')
      .set(eb => ({
        imap: JSON.stringify(imap),
        secrets: house.ctx.seal.close('channel', JSON.stringify({ imap: password })),
        version: eb('version', '+', 1),
        ...(since ? { created_at: since } : {}),
      }))
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', house.mail)
      .execute(),
  )
}

async function position() {
  return house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('mailbox_positions')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .where('channel_id', '=', house.mail)
      .executeTakeFirst(),
  )
}

const daysAgo = (days: number) => new Date(house.clock.now().getTime() - days * day)

const subjects = async () => (await messages(house)).map(message => message.subject)

/** Waits until so many raw mails are there, and lets them be understood. */
async function untilTaken(count: number): Promise<void> {
  await vi.waitFor(async () => expect(await rawMails(house)).toHaveLength(count), patience)
  await house.work()
}

const place = () => ({
  workspaceId: house.workspace.id,
  channelId: house.mail,
  folder: 'INBOX',
  createdAt: daysAgo(60),
})

async function withClient(use: (client: ImapFlow) => Promise<void>): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecot.port,
    secure: false,
    auth: { user: dovecot.user, pass: dovecot.password },
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.mailboxOpen('INBOX')
    await use(client)
  } finally {
    client.close()
  }
}

test.skipIf(missing)(
  'IN-26 I9: after thirty days everything since then comes in with its time; what is older stays untouched',
  async () => {
    await dovecot.deliver(rawMail({ subject: 'before us' }), daysAgo(90))
    for (const days of [30, 20, 10, 1])
      await dovecot.deliver(rawMail({ subject: `${days} days ago` }), daysAgo(days))
    await settings(dovecot.password, daysAgo(60))
    watcher = openMailboxWatcher(house.ctx, rhythm)
    await untilTaken(4)
    const taken = await messages(house)
    expect(taken.map(message => message.subject).toSorted()).toEqual([
      '1 days ago',
      '10 days ago',
      '20 days ago',
      '30 days ago',
    ])
    const oldest = taken.find(message => message.subject === '30 days ago')!
    expect(Math.round((house.clock.now().getTime() - oldest.posted_at.getTime()) / day)).toBe(30)
    await vi.waitFor(async () => {
      const flags = await dovecot.flags()
      expect(flags['1 days ago']).toContain('\\Seen')
      expect(flags['before us']).not.toContain('\\Seen')
    }, patience)
    expect(await position()).toMatchObject({ state: 'connected', reason: null })
  },
)

test.skipIf(missing)(
  'IN-26: what arrives is taken at once, and again after the connection was lost (U3)',
  async () => {
    watcher = openMailboxWatcher(house.ctx, { ...rhythm, pollMs: 60_000 })
    await vi.waitFor(async () => expect((await position())?.state).toBe('connected'), patience)
    await dovecot.deliver(rawMail({ subject: 'just now' }), daysAgo(0))
    await untilTaken(5)
    await dovecot.stop()
    await vi.waitFor(async () => expect((await position())?.state).toBe('failing'), patience)
    await dovecot.start()
    await dovecot.deliver(rawMail({ subject: 'after the storm' }), daysAgo(0))
    await untilTaken(6)
    expect((await subjects())[0]).toBe('after the storm')
    expect((await recorded(house, 'channel.mailbox_changed')).map(event => event.channel_id)).toContain(
      house.mail,
    )
  },
)

test.skipIf(missing)('I3: a crash between storing and flagging loses and doubles nothing', async () => {
  await dovecot.deliver(rawMail({ subject: 'stored, not flagged' }), daysAgo(0))
  await withClient(async client => {
    const dying = new Proxy(client, {
      get: (target, name) =>
        name === 'messageFlagsAdd'
          ? () => Promise.reject(new Error('killed'))
          : Reflect.get(target, name, target),
    })
    await expect(fetchNew(house.ctx, dying, place())).rejects.toThrow('killed')
  })
  expect(await rawMails(house)).toHaveLength(7)
  await withClient(async client => expect(await fetchNew(house.ctx, client, place())).toBe(0))
  expect(await rawMails(house)).toHaveLength(7)
})

test.skipIf(missing)('I3: a crash before storing takes the mail again', async () => {
  await dovecot.deliver(rawMail({ subject: 'fetched, not stored' }), daysAgo(0))
  const { database } = house.ctx
  const dying = { ...house.ctx, database: { ...database, write: () => Promise.reject(new Error('killed')) } }
  await withClient(async client => {
    await expect(fetchNew(dying as typeof house.ctx, client, place())).rejects.toThrow('killed')
  })
  expect((await dovecot.flags())['fetched, not stored']).not.toContain('\\Seen')
  await withClient(async client => expect(await fetchNew(house.ctx, client, place())).toBe(1))
  expect(await rawMails(house)).toHaveLength(8)
})

test.skipIf(missing)(
  'I3: when the mailbox is renumbered everything is looked at again and nothing taken twice',
  async () => {
    await dovecot.renumber()
    await dovecot.deliver(rawMail({ subject: 'after the move' }), daysAgo(0))
    await withClient(client => fetchNew(house.ctx, client, place()).then(() => undefined))
    expect(await rawMails(house)).toHaveLength(9)
    await house.work()
    expect((await subjects()).filter(subject => subject === 'after the move')).toHaveLength(1)
  },
)

test.skipIf(missing)(
  'U3 O5: a refused password is shown as what it is, and gone once it is right',
  async () => {
    await settings('wrong')
    watcher = openMailboxWatcher(house.ctx, rhythm)
    await vi.waitFor(
      async () =>
        expect(await position()).toMatchObject({
          state: 'failing',
          reason: expect.stringContaining('password'),
        }),
      patience,
    )
    await settings(dovecot.password)
    await watcher.refresh()
    await vi.waitFor(
      async () => expect(await position()).toMatchObject({ state: 'connected', reason: null }),
      patience,
    )
  },
)
