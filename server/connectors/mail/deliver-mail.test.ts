import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { queueNotice } from '#server/conversations/queue-notice.ts'
import { givenCase, passMinutes } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { headerOf, type SmtpPeer, startSmtpPeer } from '#tests/givens/smtp-peer.ts'
import { recorded } from '#tests/givens/take-mail.ts'
import { deliverMail } from './deliver-mail.ts'

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

type Reply = { id: string; delivery: { state: string; reason: string | null; attempts: number } }

const reply = (number: number, body: object) =>
  ask<Reply>(house, 'Ada', 'POST', `/cases/${number}/replies`, body)

const shown = async (id: string) => (await ask<Reply>(house, 'Ada', 'GET', `/messages/${id}`)).body.delivery

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

async function givenNotice(to: string, subject: string): Promise<void> {
  await house.ctx.database.write(house.workspace.id, tx =>
    queueNotice(tx, { to, subject, text: 'Case #7 is yours.\n\nhttps://docket.acme.example/cases/7' }),
  )
  await house.work()
}

test('L2: notices say that a machine sent them, come from our own address and carry no reply token', async () => {
  await givenNotice('ada@acme.example', '[#7] Lamp')
  const { raw, from, to } = peer.mails.at(-1)!
  expect(to).toEqual(['ada@acme.example'])
  expect(from).toBe('docket@docket.acme.example')
  expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated')
  expect(headerOf(raw, 'X-Auto-Response-Suppress')).toBe('All')
  expect(headerOf(raw, 'Reply-To')).toBe('')
  expect(headerOf(raw, 'Message-ID')).toMatch(/^<notice\.[0-9a-f-]{36}@docket\.acme\.example>$/u)
})

test('H9: a subject of a stranger stays one line in a notice', async () => {
  await givenNotice('ada@acme.example', 'Lamp\r\nBcc: all@victims.example\u2028x')
  const { raw, to } = peer.mails.at(-1)!
  expect(to).toEqual(['ada@acme.example'])
  expect(headerOf(raw, 'Bcc')).toBe('')
})

test('L7: no notice goes to the address of a channel, where it would become a message', async () => {
  const before = peer.mails.length
  await givenNotice('Support+me@acme.example', 'loop')
  expect(peer.mails).toHaveLength(before)
})

test('U1: without any server a reply waits and says why; a notice is given up at once', async () => {
  const { number } = await givenCase(house)
  const { id } = (await reply(number, { text: 'waiting' })).body
  const { id: outboxId } = await outboxOf(id)
  const unset = { ...house.ctx, smtpUrl: null }
  await deliverMail(unset, { workspaceId: house.workspace.id, id: outboxId })
  expect(await shown(id)).toMatchObject({ state: 'queued', reason: expect.stringContaining('SMTP_URL') })
  await passMinutes(house, 5)
  expect(await shown(id)).toMatchObject({ state: 'sent' })
})
