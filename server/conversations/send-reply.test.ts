import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCase, messageNow } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { headerOf, type SmtpPeer, startSmtpPeer } from '#tests/givens/smtp-peer.ts'
import { messages, takeMail } from '#tests/givens/take-mail.ts'

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

test('a case without a customer has nobody to answer', async () => {
  const opened = await ask<{ number: number; code?: string }>(house, 'Ada', 'POST', '/cases', {
    channelId: house.mail,
    subject: 'By hand',
    assigneeId: house.workspace.people.Ada,
  })
  expect((await reply(opened.body.number, { text: 'hello?' })).body.code).toBe('NOBODY_TO_ANSWER')
  expect((await messages(house)).every(message => message.text !== 'hello?')).toBe(true)
})
