import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseFromMail, givenCase, messageNow } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { givenChannel } from '#tests/givens/channel.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { type Taken, takeMail } from '#tests/givens/take-mail.ts'

let house: MailHouse
/** A channel in which a late message opens nothing by itself (D-05). */
let quiet: string
beforeAll(async () => {
  house = await openMailHouse()
  quiet = await givenChannel(house.ctx.database, house.workspace, {
    kind: 'email',
    name: 'Quiet',
    address: 'quiet@acme.example',
    createOnLateMessage: false,
  })
})
afterAll(() => house.stop())

let count = 0

/** A case in the quiet channel, and how its customer writes again. */
async function given(): Promise<{ number: number; first: Taken; writes(text?: string): Promise<Taken> }> {
  count += 1
  const messageId = `first-${count}@follow.example`
  const customer = `follow${count}@example.org`
  const first = await takeMail(house, { from: customer, messageId }, { channel: quiet })
  const opened = await ask<{ number: number }>(house, 'Ada', 'POST', '/cases', {
    messageId: first.id,
    assigneeId: house.workspace.people.Ada,
  })
  return {
    number: opened.body.number,
    first,
    writes: text =>
      takeMail(
        house,
        { from: customer, inReplyTo: messageId, ...(text ? { text } : {}) },
        { channel: quiet },
      ),
  }
}

const setStatus = (number: number, status: string) =>
  ask<{ code?: string; status: string }>(house, 'Ada', 'PUT', `/cases/${number}/status`, { status })

const numberOf = async (message: Taken) =>
  (await ask<{ case: { number: number } | null }>(house, 'Ada', 'GET', `/messages/${message.id}`)).body.case
    ?.number ?? null

const caseNow = async ({ number }: Pick<CaseFromMail, 'number'>) =>
  (await ask<{ status: string; lastInboundAt: string }>(house, 'Ada', 'GET', `/cases/${number}`)).body

test('CV-01: what comes while the case is at work joins it, and moves a waiting case on (T6)', async () => {
  const held = await given()
  await setStatus(held.number, 'waiting')
  const second = await held.writes()
  expect(await numberOf(second)).toBe(held.number)
  expect(await caseNow(held)).toMatchObject({
    status: 'open',
    lastInboundAt: second.ingested_at.toISOString(),
  })
})

test('CV-03: after closing, a message has no case and may begin a new one', async () => {
  const held = await given()
  await setStatus(held.number, 'closed')
  const late = await held.writes()
  expect(await numberOf(late)).toBeNull()
  const opened = await ask<{ number: number }>(house, 'Ada', 'POST', '/cases', {
    messageId: late.id,
    assigneeId: house.workspace.people.Ada,
  })
  expect(opened.body.number).toBeGreaterThan(held.number)
  expect(await numberOf(held.first)).toBe(held.number)
})

test('CV-04 CV-05: reopening takes the messages since the closing that belong to no other case', async () => {
  const held = await given()
  await setStatus(held.number, 'closed')
  const between = await held.writes('taken by another')
  const other = await ask<{ number: number }>(house, 'Ada', 'POST', '/cases', {
    messageId: between.id,
    assigneeId: house.workspace.people.Ada,
  })
  await setStatus(other.body.number, 'closed')
  const free = await held.writes('free')
  await setStatus(held.number, 'open')
  expect(await numberOf(free)).toBe(held.number)
  expect(await numberOf(between)).toBe(other.body.number)
})

test('CV-06 CV-07 IN-30: a conversation has one active case, whoever asks', async () => {
  const held = await given()
  const second = await held.writes()
  const refused = await ask<{ code: string }>(house, 'Ada', 'POST', '/cases', {
    messageId: second.id,
    assigneeId: house.workspace.people.Ada,
  })
  expect(refused.body.code).toBe('CASE_OPEN_IN_CONVERSATION')
  await setStatus(held.number, 'closed')
  const late = await held.writes()
  await ask(house, 'Ada', 'POST', '/cases', { messageId: late.id, assigneeId: house.workspace.people.Ada })
  expect((await setStatus(held.number, 'open')).body.code).toBe('CASE_OPEN_IN_CONVERSATION')
})

test('CV-12 CC-24: an answer from the inbox during grace is stored in the case and does not reopen it', async () => {
  const held = await given()
  await setStatus(held.number, 'resolved')
  const answer = await ask<{ id: string }>(house, 'Ada', 'POST', `/messages/${held.first.id}/replies`, {
    text: 'one more thing',
  })
  expect(await numberOf(await messageNow(house, answer.body.id))).toBe(held.number)
  expect((await caseNow(held)).status).toBe('resolved')
})

test('D-05: where the channel says so, a mail that comes too late opens a new case', async () => {
  const { number, customer } = await givenCase(house, { messageId: 'late@follow.example' })
  await setStatus(number, 'closed')
  const late = await takeMail(house, { from: customer, inReplyTo: 'late@follow.example' })
  expect(await numberOf(late)).toBeGreaterThan(number)
})

test('L2: a vacation notice joins a case at work and changes nothing; it reopens and opens none', async () => {
  const held = await given()
  await setStatus(held.number, 'waiting')
  const away = (messageId: string) =>
    takeMail(
      house,
      {
        from: `follow${count}@example.org`,
        inReplyTo: held.first.mail_id!,
        messageId,
        headers: ['Auto-Submitted: auto-replied'],
      },
      { channel: quiet },
    )
  const first = await away('away-1@follow.example')
  expect(await numberOf(first)).toBe(held.number)
  expect((await caseNow(held)).status).toBe('waiting')
  await setStatus(held.number, 'resolved')
  const second = await away('away-2@follow.example')
  expect(await numberOf(second)).toBeNull()
  expect((await caseNow(held)).status).toBe('resolved')
})

test('CV-18: a mail that is brought again neither reopens a case nor moves its clocks', async () => {
  const held = await given()
  const again = `again-${count}@follow.example`
  const raw = () =>
    Buffer.from(
      `From: follow${count}@example.org\r\nMessage-ID: <${again}>\r\nIn-Reply-To: <${held.first.mail_id}>\r\n\r\nhm\r\n`,
    )
  await takeMail(house, raw(), { channel: quiet })
  await setStatus(held.number, 'resolved')
  const before = await caseNow(held)
  await takeMail(house, raw(), { channel: quiet })
  expect(await caseNow(held)).toEqual(before)
})

test('CU-02: a conversation shows all its messages and those of its cases that one may see', async () => {
  const held = await given()
  await held.writes()
  const page = await ask<{ messages: { id: string }[]; cases: { number: number }[]; earlier: null }>(
    house,
    'Ada',
    'GET',
    `/conversations/${held.first.conversation_id}`,
  )
  expect(page.body.messages).toHaveLength(2)
  expect(page.body.messages[0]!.id).toBe(held.first.id)
  expect(page.body.cases).toEqual([expect.objectContaining({ number: held.number })])
  const outsider = await ask<{ cases: unknown[] }>(
    house,
    'Vic',
    'GET',
    `/conversations/${held.first.conversation_id}`,
  )
  expect(outsider.body.cases).toEqual([])
})
