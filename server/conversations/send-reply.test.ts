import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { deliverMail } from '#server/connectors/mail/deliver-mail.ts'
import { givenCase, messageNow, passMinutes } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { headerOf, type SmtpPeer, startSmtpPeer } from '#tests/givens/smtp-peer.ts'
import { messages, recorded, takeMail } from '#tests/givens/take-mail.ts'

let peer: SmtpPeer
let house: MailHouse
beforeAll(async () => {
  peer = await startSmtpPeer()
  house = await openMailHouse(peer.port)
})
afterAll(async () => {
  await house.stop()
  await peer.stop()
})
afterEach(() => {
  peer.mood = 'takes'
  peer.onMail = null
})

type Reply = {
  id: string
  code?: string
  delivery: { state: string; reason: string | null; attempts: number }
}

const reply = (number: number, body: object, headers?: Record<string, string>) =>
  ask<Reply>(house, 'Ada', 'POST', `/cases/${number}/replies`, body, headers)

const shown = async (id: string) => (await ask<Reply>(house, 'Ada', 'GET', `/messages/${id}`)).body.delivery

test('CV-08 SU-09: a reply goes to the customer, with the headers by which an answer finds back', async () => {
  const { number, customer, first } = await givenCase(house, { messageId: 'q@example.org' })
  const written = await reply(number, { text: 'Which lamp?\n\nThe big one?', cc: ['boss@example.org'] })
  expect(written.status).toBe(201)
  expect(written.body.delivery.state).toBe('queued')
  await house.work()
  const { raw, from, to } = peer.mails.at(-1)!
  expect(from).toBe('support@acme.example')
  expect(to).toEqual([customer, 'boss@example.org'])
  expect(headerOf(raw, 'From')).toBe('Support <support@acme.example>')
  expect(headerOf(raw, 'To')).toContain(customer)
  expect(headerOf(raw, 'Cc')).toBe('boss@example.org')
  expect(headerOf(raw, 'Subject')).toBe('Re: Lamp')
  expect(headerOf(raw, 'In-Reply-To')).toBe('<q@example.org>')
  expect(headerOf(raw, 'References')).toContain('<q@example.org>')
  expect(headerOf(raw, 'Reply-To')).toMatch(/support\+r[a-z2-7]{42}@acme\.example/u)
  expect(headerOf(raw, 'Message-ID')).toMatch(/^<r[a-z2-7]{42}\.[a-z2-7]{16}@acme\.example>$/u)
  expect(raw).toContain('multipart/alternative')
  expect(headerOf(raw, 'Auto-Submitted')).toBe('')
  expect(await shown(written.body.id)).toMatchObject({ state: 'sent', attempts: 1 })
  const stored = await messageNow(house, written.body.id)
  expect(stored).toMatchObject({
    direction: 'out',
    conversation_id: first.conversation_id,
    author_id: house.workspace.people.Ada,
  })
})

test('Z7: comments, names of agents and the case number stay inside', async () => {
  const { number } = await givenCase(house)
  await ask(house, 'Ada', 'POST', `/cases/${number}/comments`, { text: 'a secret among us' })
  await reply(number, { text: 'plain answer' })
  await house.work()
  const { raw } = peer.mails.at(-1)!
  expect(raw).not.toContain('secret')
  expect(raw).not.toContain('Ada')
  expect(raw).not.toMatch(/^X-|^Bcc/imu)
})

test('H8 H9: what strangers and agents write cannot become a header or markup of our mail', async () => {
  const { number } = await givenCase(house, {
    from: '"Eve <script>alert(1)</script>" <eve@example.org>',
    subject: '=?utf-8?Q?Hi=0D=0ABcc:_all@victims.example?=',
  })
  await reply(number, { text: '<script>alert(1)</script>' })
  await house.work()
  const { raw, to } = peer.mails.at(-1)!
  expect(to).toEqual(['eve@example.org'])
  expect(headerOf(raw, 'Bcc')).toBe('')
  expect(raw).toContain('&lt;script&gt;')
  expect(raw.split('\r\n').every(line => line.length <= 998)).toBe(true)
})

test('ST-02: a reply and a status in one act; the lifecycle decides as ever', async () => {
  const { number } = await givenCase(house)
  expect((await reply(number, { text: 'done', status: 'resolved' })).status).toBe(201)
  const now = await ask<{ status: string; lastOutboundAt: string }>(house, 'Ada', 'GET', `/cases/${number}`)
  expect(now.body).toMatchObject({ status: 'resolved', lastOutboundAt: expect.any(String) })
  // CC-03 D-17
  expect((await reply(number, { text: 'once more' })).body.code).toBe('CASE_CLOSED')
})

test('BY-05 X2: nobody answers past a message that they have not seen', async () => {
  const { number, first, customer } = await givenCase(house, { messageId: 'by05@example.org' })
  const newer = await takeMail(house, { from: customer, inReplyTo: 'by05@example.org', text: 'wait' })
  const refused = await ask<{ code: string; data: { messageId: string } }>(
    house,
    'Ada',
    'POST',
    `/cases/${number}/replies`,
    {
      text: 'answer to the first',
      seenMessageId: first.id,
    },
  )
  expect(refused.body).toMatchObject({ code: 'NEWER_MESSAGE', data: { messageId: newer.id } })
  expect((await reply(number, { text: 'answer to both', seenMessageId: newer.id })).status).toBe(201)
  // A colleague's answer is something one must have seen as well; one's own is not.
  expect((await reply(number, { text: 'and more', seenMessageId: newer.id })).status).toBe(201)
  const late = await ask<{ code: string }>(house, 'Bob', 'POST', `/messages/${newer.id}/replies`, {
    text: 'me too',
    seenMessageId: newer.id,
  })
  expect(late.body.code).toBe('NEWER_MESSAGE')
})

test('I5: a double click sends one reply', async () => {
  const { number } = await givenCase(house)
  const before = peer.mails.length
  const key = { 'idempotency-key': 'one-click' }
  const [one, other] = [
    await reply(number, { text: 'once' }, key),
    await reply(number, { text: 'once' }, key),
  ]
  expect(other!.body.id).toBe(one!.body.id)
  await house.work()
  expect(peer.mails).toHaveLength(before + 1)
})

test('D-17 CV-03: an answer from the inbox is always possible, joins a case at work and reopens none', async () => {
  const { number, first } = await givenCase(house)
  const joined = await ask<{ case: { number: number } }>(
    house,
    'Ada',
    'POST',
    `/messages/${first.id}/replies`,
    { text: 'hi' },
  )
  expect(joined.body.case.number).toBe(number)
  await ask(house, 'Ada', 'PUT', `/cases/${number}/status`, { status: 'closed' })
  const apart = await ask<{ case: null }>(house, 'Ada', 'POST', `/messages/${first.id}/replies`, {
    text: 'bye',
  })
  expect(apart).toMatchObject({ status: 201, body: { case: null } })
  const after = await ask<{ status: string }>(house, 'Ada', 'GET', `/cases/${number}`)
  expect(after.body.status).toBe('closed')
})

test('AX-15: answering needs Can Reply on the channel, reading is not enough', async () => {
  const { first } = await givenCase(house)
  const refused = await ask<{ code: string }>(house, 'Vic', 'POST', `/messages/${first.id}/replies`, {
    text: 'hi',
  })
  expect(refused.body.code).toBe('CHANNEL_ACCESS_TOO_LOW')
})

test('U1 U2: a busy server is asked again later, and what it said is shown', async () => {
  const { number } = await givenCase(house)
  peer.mood = 'busy'
  const { id } = (await reply(number, { text: 'patience' })).body
  await house.work()
  expect(await shown(id)).toMatchObject({
    state: 'queued',
    attempts: 1,
    reason: expect.stringContaining('greylisted'),
  })
  await passMinutes(house, 5)
  expect(await shown(id)).toMatchObject({ state: 'queued', attempts: 2 })
  peer.mood = 'takes'
  await passMinutes(house, 10)
  expect(await shown(id)).toMatchObject({ state: 'sent', attempts: 3, reason: null })
})

test('U1: after five days without a server the reply has failed, and its author is told', async () => {
  const { number } = await givenCase(house)
  peer.mood = 'busy'
  const { id } = (await reply(number, { text: 'too late' })).body
  await house.work()
  await passMinutes(house, 5 * 24 * 60 + 1)
  expect(await shown(id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('five days') })
  const events = await recorded(house, 'message.delivery_changed')
  expect(events.at(-1)).toMatchObject({
    message_id: id,
    data: { state: 'failed', authorId: house.workspace.people.Ada },
  })
  expect(events.at(-1)!.case_id).not.toBeNull()
})

test('U2: a refusal for good is shown in the server’s words, and a person may try again', async () => {
  const { number } = await givenCase(house)
  peer.mood = 'refuses'
  const { id } = (await reply(number, { text: 'to nobody' })).body
  await house.work()
  expect(await shown(id)).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('no such user here'),
  })
  peer.mood = 'takes'
  await ask(house, 'Ada', 'POST', `/messages/${id}/delivery`)
  await house.work()
  expect(await shown(id)).toMatchObject({ state: 'sent' })
  const settled = await ask<{ code: string }>(house, 'Ada', 'POST', `/messages/${id}/delivery`)
  expect(settled.body.code).toBe('DELIVERY_SETTLED')
})

test('I6 B5: cut off between DATA and 250 the delivery is uncertain, repeated once with the same Message-ID, then a person decides', async () => {
  const { number } = await givenCase(house)
  const before = peer.mails.length
  peer.mood = 'cuts'
  const { id } = (await reply(number, { text: 'did it arrive?' })).body
  await house.work()
  expect(await shown(id)).toMatchObject({ state: 'uncertain', attempts: 1 })
  await passMinutes(house, 5)
  expect(await shown(id)).toMatchObject({ state: 'uncertain', attempts: 2 })
  await passMinutes(house, 60)
  await passMinutes(house, 24 * 60)
  expect(await shown(id)).toMatchObject({ state: 'uncertain', attempts: 2 })
  const copies = peer.mails.slice(before)
  expect(copies).toHaveLength(2)
  expect(headerOf(copies[0]!.raw, 'Message-ID')).toBe(headerOf(copies[1]!.raw, 'Message-ID'))
  expect(headerOf(copies[0]!.raw, 'Date')).toBe(headerOf(copies[1]!.raw, 'Date'))
  peer.mood = 'takes'
  await ask(house, 'Ada', 'POST', `/messages/${id}/delivery`)
  await house.work()
  expect(await shown(id)).toMatchObject({ state: 'sent' })
  expect(headerOf(peer.mails.at(-1)!.raw, 'Message-ID')).toBe(headerOf(copies[0]!.raw, 'Message-ID'))
})

async function outboxOf(messageId: string) {
  return house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('outbox')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow(),
  )
}

test('C2 I6: killed while sending, the reply shows as uncertain and is repeated once', async () => {
  const { number } = await givenCase(house)
  const { id } = (await reply(number, { text: 'cut short' })).body
  const { id: outboxId } = await outboxOf(id)
  // The process dies with the mail in its hands: nobody settles this attempt.
  const dying = { ...house.ctx, database: { ...house.ctx.database, write: dyingAfter(1) } }
  await expect(deliverMail(dying, { workspaceId: house.workspace.id, id: outboxId })).rejects.toThrow(
    'killed',
  )
  expect(await shown(id)).toMatchObject({ state: 'sending' })
  const before = peer.mails.length
  await house.work()
  expect(peer.mails).toHaveLength(before)
  await passMinutes(house, 5)
  expect(await shown(id)).toMatchObject({ state: 'uncertain' })
  await passMinutes(house, 5)
  expect(await shown(id)).toMatchObject({ state: 'sent' })
  expect(peer.mails).toHaveLength(before + 1)
})

function dyingAfter(writes: number): MailHouse['ctx']['database']['write'] {
  let done = 0
  return (workspaceId, work, patience) => {
    done += 1
    if (done > writes) return Promise.reject(new Error('killed'))
    return house.ctx.database.write(workspaceId, work, patience)
  }
}

test('C5: a sender that was frozen and overtaken does not write over what came after', async () => {
  const { number } = await givenCase(house)
  const { id } = (await reply(number, { text: 'frozen' })).body
  const { id: outboxId } = await outboxOf(id)
  peer.onMail = async () => {
    peer.onMail = null
    peer.mood = 'refuses'
    await house.ctx.database.write(house.workspace.id, tx =>
      tx.q
        .updateTable('outbox')
        .set({ attempts: 7, state: 'sending' })
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', outboxId)
        .execute(),
    )
  }
  await deliverMail(house.ctx, { workspaceId: house.workspace.id, id: outboxId })
  expect(await outboxOf(id)).toMatchObject({ state: 'sending', attempts: 7 })
})

test('a case without a customer has nobody to answer', async () => {
  const opened = await ask<{ number: number; code?: string }>(house, 'Ada', 'POST', '/cases', {
    channelId: house.mail,
    subject: 'By hand',
    assigneeId: house.workspace.people.Ada,
  })
  expect((await reply(opened.body.number, { text: 'hello?' })).body.code).toBe('NOBODY_TO_ANSWER')
  expect((await messages(house)).every(message => message.text !== 'hello?')).toBe(true)
})
