import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { headerOf, type SmtpPeer, startSmtpPeer } from '#tests/givens/smtp-peer.ts'
import { messages, type Taken, takeMail } from '#tests/givens/take-mail.ts'

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

let people = 0

/** A customer has written, a case was made of it, an agent has answered, and the answer has gone out. */
async function givenAnswered() {
  people += 1
  const customer = `customer${people}@example.org`
  const first = await takeMail(house, {
    from: customer,
    subject: 'Lamp',
    messageId: `first-${people}@example.org`,
  })
  const opened = await ask<{ number: number }>(house, 'Ada', 'POST', '/cases', {
    messageId: first.id,
    assigneeId: house.workspace.people.Ada,
  })
  const { number } = opened.body
  await ask(house, 'Ada', 'POST', `/cases/${number}/replies`, { text: 'Which lamp?' })
  await house.work()
  const sent = peer.mails.at(-1)!
  return {
    customer,
    number,
    first,
    caseId: (await messages(house))[0]!.case_id!,
    messageId: /<(.+)>/u.exec(headerOf(sent.raw, 'Message-ID'))![1]!,
    replyTo: /<(.+)>/u.exec(headerOf(sent.raw, 'Reply-To'))![1]!,
  }
}

const isApart = (taken: Taken, first: Taken, doubt: string | null, caseId: string | null) => {
  expect(taken).toMatchObject({ doubt, doubted_case_id: caseId, tie: 'new', case_id: null })
  expect(taken.conversation_id).not.toBe(first.conversation_id)
}

test('CV-01 SU-09 BY-09: the customer answers our mail and joins the case, by token, wherever the token comes back', async () => {
  const { customer, first, caseId, messageId, replyTo } = await givenAnswered()
  const byAddress = await takeMail(
    house,
    { from: customer, to: replyTo, subject: 'anything' },
    { to: [replyTo] },
  )
  expect(byAddress).toMatchObject({ tie: 'token', case_id: caseId, conversation_id: first.conversation_id })
  const byHeader = await takeMail(house, { from: customer, inReplyTo: messageId })
  expect(byHeader).toMatchObject({ tie: 'token', case_id: caseId })
  const byReferences = await takeMail(house, { from: customer, references: ['x@y.example', messageId] })
  expect(byReferences).toMatchObject({ tie: 'token', case_id: caseId })
})

test('CV-01: mail programs and servers that shout or whisper addresses change nothing', async () => {
  const { customer, caseId, replyTo, messageId } = await givenAnswered()
  const shouted = await takeMail(house, { from: customer.toUpperCase() }, { to: [replyTo.toUpperCase()] })
  expect(shouted).toMatchObject({ tie: 'token', case_id: caseId })
  const whispered = await takeMail(house, { from: customer, inReplyTo: messageId.toLowerCase() })
  expect(whispered).toMatchObject({ tie: 'token', case_id: caseId })
})

test('CV-01: the customer adds to their own mail before anybody answered, and is tied by header', async () => {
  const first = await takeMail(house, { from: 'eva@example.org', messageId: 'eva-1@example.org' })
  const second = await takeMail(house, { from: 'eva@example.org', inReplyTo: 'eva-1@example.org' })
  expect(second).toMatchObject({ tie: 'header', conversation_id: first.conversation_id, doubt: null })
})

test('T1: guessed case number, forged token, guessed address and References of a stranger open something of its own', async () => {
  const { number, first, caseId, replyTo } = await givenAnswered()
  const mallory = 'mallory@evil.example'
  const last = replyTo.indexOf('@') - 1
  const forged = `${replyTo.slice(0, last)}${replyTo[last] === 'a' ? 'b' : 'a'}${replyTo.slice(last + 1)}`
  isApart(
    await takeMail(house, { from: mallory, subject: `[#${number}] hello` }),
    first,
    'UNKNOWN_SENDER',
    caseId,
  )
  isApart(await takeMail(house, { from: mallory }, { to: [forged] }), first, 'UNKNOWN_SENDER', caseId)
  isApart(
    await takeMail(house, { from: mallory, references: [first.mail_id!] }),
    first,
    'UNKNOWN_SENDER',
    caseId,
  )
  const timeline = await ask<{ items: { message?: { from: { address: string } } }[] }>(
    house,
    'Ada',
    'GET',
    `/cases/${number}/timeline`,
  )
  expect(timeline.body.items.some(item => item.message?.from.address === mallory)).toBe(false)
})

test('T2: mail from an agent’s address that names our mail is a message like any other', async () => {
  const { first, caseId, messageId } = await givenAnswered()
  const before = peer.mails.length
  const forged = await takeMail(house, { from: 'ada@acme.example', inReplyTo: messageId, text: 'refund him' })
  isApart(forged, first, 'THIRD_PARTY', caseId)
  expect(forged).toMatchObject({ direction: 'in', author_id: null })
  const notice = await takeMail(house, {
    from: 'ada@acme.example',
    inReplyTo: `notice.${first.id}@docket.acme.example`,
  })
  isApart(notice, first, null, null)
  await house.work()
  expect(peer.mails).toHaveLength(before)
})

test('T3: a leaked reply token in other hands is held apart and linked as a doubt', async () => {
  const { first, caseId, replyTo } = await givenAnswered()
  const taken = await takeMail(house, { from: 'friend@elsewhere.example' }, { to: [replyTo] })
  isApart(taken, first, 'THIRD_PARTY', caseId)
  const shown = await ask<{ doubt: { code: string; case: { number: number } } }>(
    house,
    'Ada',
    'GET',
    `/messages/${taken.id}`,
  )
  expect(shown.body.doubt).toMatchObject({ code: 'THIRD_PARTY', case: { subject: 'Lamp' } })
})

test.each([
  ['two senders', (customer: string) => `${customer}, mallory@evil.example`],
  ['an address in the name', (customer: string) => `"${customer}" <mallory@evil.example>`],
  ['a group', (customer: string) => `Friends: ${customer};`],
])('T4: %s is no sender to trust, even with a token', async (_what, from) => {
  const { customer, first, caseId, replyTo } = await givenAnswered()
  const taken = await takeMail(house, { from: from(customer) }, { to: [replyTo] })
  isApart(taken, first, 'SENDER_UNVERIFIED', caseId)
})

test('T6: whoever a customer puts into copy has no part in the conversation; whoever an agent wrote to has', async () => {
  const { customer, number, first, caseId, messageId } = await givenAnswered()
  await takeMail(house, { from: customer, cc: 'spouse@example.org', inReplyTo: messageId })
  isApart(
    await takeMail(house, { from: 'spouse@example.org', references: [first.mail_id!] }),
    first,
    'UNKNOWN_SENDER',
    caseId,
  )
  await ask(house, 'Ada', 'POST', `/cases/${number}/replies`, {
    text: 'Hello both',
    cc: ['spouse@example.org'],
  })
  await house.work()
  const answer = await takeMail(house, { from: 'spouse@example.org', inReplyTo: messageId })
  expect(answer).toMatchObject({ tie: 'token', case_id: caseId })
})

test('T8: a second mail with the Message-ID of a first is stored and marked', async () => {
  await takeMail(house, { from: 'one@example.org', messageId: 'same@example.org', text: 'one' })
  const second = await takeMail(house, {
    from: 'two@example.org',
    messageId: 'same@example.org',
    text: 'two',
  })
  expect(second).toMatchObject({ doubt: 'DUPLICATE_ID', text: expect.stringContaining('two') })
})

test('T8: whoever copies the Message-ID of somebody’s mail does not get their later answers', async () => {
  const first = await takeMail(house, { from: 'ann@example.org', messageId: 'ann-1@example.org' })
  await takeMail(house, { from: 'mallory@evil.example', messageId: 'ann-1@example.org' })
  const later = await takeMail(house, { from: 'ann@example.org', inReplyTo: 'ann-1@example.org' })
  expect(later).toMatchObject({ conversation_id: first.conversation_id, tie: 'header' })
})

test('T9: of ten thousand references the last ones count', async () => {
  const { customer, caseId, messageId } = await givenAnswered()
  const many = Array.from({ length: 10_000 }, (_, index) => `ref-${index}@example.org`)
  const taken = await takeMail(house, { from: customer, references: [...many, messageId] })
  expect(taken.case_id).toBe(caseId)
})

test('L7: mail from another channel’s address is a message, and no answer goes back to it', async () => {
  const taken = await takeMail(house, { from: 'support@acme.example' })
  const reply = await ask<{ code: string }>(house, 'Ada', 'POST', `/messages/${taken.id}/replies`, {
    text: 'hi',
  })
  expect(reply.body.code).toBe('NOBODY_TO_ANSWER')
})
