import { afterAll, beforeAll, expect, test } from 'vitest'
import { MailUnreadable } from '#server/platform/mail/reading-room.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { mixedMail, rawMail } from '#tests/givens/raw-mail.ts'
import { messages, rawMails, recorded, takeMail } from '#tests/givens/take-mail.ts'
import { receiveMail } from './receive-mail.ts'
import { understandMail } from './understand-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

const receive = (raw: Buffer, channelId = house.mail) =>
  receiveMail(house.ctx, {
    workspaceId: house.workspace.id,
    channelId,
    via: 'smtp',
    envelope: { from: 'ada@example.org', to: ['support@acme.example'], remote: null },
    raw,
  })

const readerThat = (fails: () => Error) => ({ ...house.reader, read: () => Promise.reject(fails()) })

/** The id of the raw message that has come in last. */
async function lastRaw(): Promise<string> {
  return (await rawMails(house)).at(-1)!.id
}

test('a mail becomes a message with its customer, its text and its first words', async () => {
  const taken = await takeMail(house, {
    subject: 'Lamp',
    text: 'Hello.\r\n\r\nIt broke.',
    date: 'Mon, 1 Jan 2001 00:00:00 +0000',
  })
  expect(taken).toMatchObject({
    subject: 'Lamp',
    preview: 'Hello. It broke.',
    direction: 'in',
    tie: 'new',
    doubt: null,
    delivery: 'received',
    case_id: null,
    sender: { name: 'Ada', address: 'ada@example.org' },
  })
  expect(taken.customer_id).not.toBeNull()
  // K6: its sender's clock was wrong, so it stands where it arrived.
  expect(taken.posted_at.getFullYear()).toBeGreaterThan(2020)
})

test('I4 CV-18: the same mail again is the same, other content under the same Message-ID is not', async () => {
  const raw = rawMail({ messageId: 'twice@example.org', text: 'one' })
  expect(await receive(raw)).toEqual({ known: false })
  expect(await receive(raw)).toEqual({ known: true })
  await house.work()
  const before = await messages(house)
  await takeMail(house, { messageId: 'twice@example.org', text: 'two' })
  const after = await messages(house)
  expect(after).toHaveLength(before.length + 1)
  // T8
  expect(after[0]).toMatchObject({ text: expect.stringContaining('two'), doubt: 'DUPLICATE_ID' })
})

test('I4: mail without any Message-ID is taken, each once', async () => {
  const before = (await messages(house)).length
  await takeMail(house, { messageId: null, text: 'no id, one' })
  await takeMail(house, { messageId: null, text: 'no id, two' })
  expect(await messages(house)).toHaveLength(before + 2)
})

test('B1: understanding a mail twice, also at the same time, makes one message', async () => {
  await receive(rawMail({ text: 'only once' }))
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  const before = (await messages(house)).length
  await Promise.all([1, 2, 3].map(() => understandMail(house.ctx, house.reader, job)))
  await understandMail(house.ctx, house.reader, job)
  expect(await messages(house)).toHaveLength(before + 1)
})

test('CU-03: many first mails of one person at once make one customer', async () => {
  const jobs = []
  for (let index = 0; index < 4; index += 1) {
    await receive(rawMail({ from: 'New <new@example.org>', text: `first ${index}` }))
    jobs.push({ workspaceId: house.workspace.id, id: await lastRaw() })
  }
  await Promise.all(jobs.map(job => understandMail(house.ctx, house.reader, job)))
  const customers = new Set((await messages(house)).slice(0, 4).map(message => message.customer_id))
  expect(customers.size).toBe(1)
})

test('B2 D5: what cannot be read is tried three times, then put aside with its reason', async () => {
  await receive(rawMail({ subject: 'Poison', text: 'slow' }))
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  const reader = readerThat(() => new MailUnreadable('deadline', 'took 10 s'))
  await expect(understandMail(house.ctx, reader, job)).rejects.toThrow(MailUnreadable)
  await expect(understandMail(house.ctx, reader, job)).rejects.toThrow(MailUnreadable)
  await understandMail(house.ctx, reader, job)
  expect((await rawMails(house)).at(-1)).toMatchObject({
    state: 'quarantined',
    reason: 'deadline',
    attempts: 3,
  })
  const events = await recorded(house, 'mail.quarantined')
  expect(events.at(-1)).toMatchObject({
    channel_id: house.mail,
    data: { rawId: job.id, reason: 'deadline', subject: 'Poison' },
  })
  await house.work()
})

test('D5: malformed mail is put aside at once', async () => {
  await receive(rawMail({ text: 'broken' }))
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  await understandMail(
    house.ctx,
    readerThat(() => new MailUnreadable('malformed', 'no end')),
    job,
  )
  expect((await rawMails(house)).at(-1)).toMatchObject({
    state: 'quarantined',
    attempts: 1,
    detail: 'no end',
  })
})

test('D5: a mail that kills whoever reads it is not read for ever', async () => {
  await receive(rawMail({ text: 'deadly' }))
  const id = await lastRaw()
  await house.ctx.database.write(house.workspace.id, tx =>
    tx.q
      .updateTable('raw_messages')
      .set({ attempts: 3 })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute(),
  )
  await understandMail(house.ctx, house.reader, { workspaceId: house.workspace.id, id })
  expect((await rawMails(house)).at(-1)).toMatchObject({ state: 'quarantined', reason: 'crashed' })
})

const withFile = () =>
  mixedMail({ text: '' }, [
    'Content-Type: text/plain\r\n\r\nsee the file\r\n',
    'Content-Type: application/x-thing; name="../../evil.exe"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n',
  ])

test('F9: while no files can be stored the mail waits whole, and no try is counted', async () => {
  await receive(withFile())
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  const away = { ...house.ctx.files, put: () => Promise.reject(new Error('disk full')) }
  const before = (await messages(house)).length
  for (let time = 0; time < 5; time += 1) {
    await expect(understandMail({ ...house.ctx, files: away }, house.reader, job)).rejects.toThrow(
      'file store',
    )
  }
  expect((await rawMails(house)).at(-1)).toMatchObject({ state: 'received', attempts: 0 })
  expect(await messages(house)).toHaveLength(before)
  await understandMail(house.ctx, house.reader, job)
  expect(await messages(house)).toHaveLength(before + 1)
})

test('F9: files of a mail that somebody else has kept meanwhile do not stay behind', async () => {
  const stored = new Set<string>()
  const files = {
    ...house.ctx.files,
    put: async (workspaceId: string, bytes: Uint8Array) => {
      const key = await house.ctx.files.put(workspaceId, bytes)
      stored.add(key)
      return key
    },
    remove: async (key: string) => {
      stored.delete(key)
      await house.ctx.files.remove(key)
    },
  }
  await receive(withFile())
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  await Promise.all([1, 2].map(() => understandMail({ ...house.ctx, files }, house.reader, job)))
  expect(stored.size).toBe(1)
})

test('T4: a mail without a sender is a message marked as unverified, not a mail put aside', async () => {
  const taken = await takeMail(house, Buffer.from('Subject: who am I\r\n\r\nno from\r\n'))
  expect(taken).toMatchObject({ doubt: 'SENDER_UNVERIFIED', sender: null, customer_id: null })
})

test('L2: mail with a null sender is known to be sent by a machine', async () => {
  const taken = await takeMail(house, { text: 'I am away' }, { from: '' })
  expect(taken.automatic).toContain('null sender')
})

test('I3: the same mail to two channels is one message in each', async () => {
  const raw = rawMail({ text: 'to both' })
  const before = (await messages(house)).length
  await takeMail(house, raw)
  await takeMail(house, raw, { channel: house.api })
  const after = await messages(house)
  expect(after).toHaveLength(before + 2)
  expect(after[0]!.conversation_id).not.toBe(after[1]!.conversation_id)
  // The other channel's copy is no second mail with this id.
  expect(after[0]!.doubt).toBeNull()
})

test('CV-01: an answer that is read before what it answers waits for it', async () => {
  await receive(rawMail({ messageId: 'one@chain.example', text: 'one' }))
  const one = { workspaceId: house.workspace.id, id: await lastRaw() }
  await receive(rawMail({ messageId: 'two@chain.example', inReplyTo: 'one@chain.example', text: 'two' }))
  const two = { workspaceId: house.workspace.id, id: await lastRaw() }
  await understandMail(house.ctx, house.reader, two)
  expect((await rawMails(house)).at(-1)).toMatchObject({ state: 'received', attempts: 0 })
  await understandMail(house.ctx, house.reader, one)
  await understandMail(house.ctx, house.reader, two)
  const [second, first] = await messages(house)
  expect(second).toMatchObject({ tie: 'header', conversation_id: first!.conversation_id })
})

test('CV-01: mails that name each other do not wait in a circle', async () => {
  await receive(rawMail({ messageId: 'a@ring.example', inReplyTo: 'b@ring.example', text: 'a' }))
  const a = { workspaceId: house.workspace.id, id: await lastRaw() }
  await receive(rawMail({ messageId: 'b@ring.example', inReplyTo: 'a@ring.example', text: 'b' }))
  const b = { workspaceId: house.workspace.id, id: await lastRaw() }
  await understandMail(house.ctx, house.reader, b)
  await understandMail(house.ctx, house.reader, a)
  await understandMail(house.ctx, house.reader, b)
  expect((await rawMails(house)).slice(-2).map(raw => raw.state)).toEqual(['understood', 'understood'])
})

test('B2: mail of a channel that was deleted meanwhile is kept in quarantine', async () => {
  await receive(rawMail({ text: 'too late' }), house.api)
  const job = { workspaceId: house.workspace.id, id: await lastRaw() }
  const deleted = (at: Date | null) =>
    house.ctx.database.write(house.workspace.id, tx =>
      tx.q
        .updateTable('channels')
        .set({ deleted_at: at })
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', house.api)
        .execute(),
    )
  await deleted(house.clock.now())
  await understandMail(house.ctx, house.reader, job)
  expect((await rawMails(house)).at(-1)).toMatchObject({ state: 'quarantined', reason: 'channel_deleted' })
  await deleted(null)
})
