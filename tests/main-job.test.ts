import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, DAY, MINUTE } from '#domain/kernel/moments.ts'
import { type Colleague, givenColleague } from '#tests/givens/colleague.ts'
import { headerOf, type SmtpPeer, startSmtpPeer } from '#tests/givens/smtp-peer.ts'
import { type Body, type Product, startProduct } from '#tests/harness/product.ts'

let docket: Product
let outside: SmtpPeer
let ada: Colleague

beforeAll(async () => {
  outside = await startSmtpPeer()
  docket = await startProduct({ SMTP_URL: `smtp://127.0.0.1:${outside.port}` })
  ada = await givenColleague(docket, 'Ada', 'agent')
  await docket.call('POST', '/channels', { kind: 'email', name: 'Support', address: 'support@acme.example' })
})
afterAll(async () => {
  await docket.stop()
  await outside.stop()
})

/** A customer's mail program: delivers to Docket's mail door. */
async function customerWrites(subject: string, text: string, answering?: { raw: string }): Promise<void> {
  const post = nodemailer.createTransport({ host: '127.0.0.1', port: docket.smtpPort, ignoreTLS: true })
  const answered = answering ? headerOf(answering.raw, 'Message-ID') : undefined
  await post.sendMail({
    from: 'Jo Customer <jo@home.example>',
    to: answering ? headerOf(answering.raw, 'Reply-To') : 'support@acme.example',
    subject,
    text,
    ...(answered ? { inReplyTo: answered, references: answered } : {}),
  })
}

async function inboxRow(subject: string): Promise<Body> {
  const find = async () =>
    (await docket.call('GET', '/inbox/messages')).body.items.find((row: Body) => row.subject === subject)
  await expect.poll(find, { timeout: 15_000 }).toBeTruthy()
  return find()
}

const theCase = async (number: number) => (await docket.call('GET', `/cases/${number}`)).body

/** The last mail that has left for this address. */
async function lastMailTo(address: string, count: number) {
  const sent = () => outside.mails.filter(mail => mail.to.includes(address))
  await expect.poll(() => sent().length, { timeout: 15_000 }).toBe(count)
  return sent().at(-1)!
}

test('IN-01 IN-03 IN-05 IN-06 NT-01 CV-08 Z7: a mail becomes case #1, its owner hears of it, and the answer leaves without our comments', async () => {
  await customerWrites('My kettle leaks', 'It leaks since Monday.')
  const row = await inboxRow('My kettle leaks')
  const made = await docket.call('POST', '/cases', {
    messageId: row.id,
    assigneeId: ada.id,
    priority: 'high',
    comment: 'Probably the seal',
    completeMessage: true,
  })
  expect([made.status, made.body.number, made.body.status]).toEqual([201, 1, 'open'])
  expect((await docket.call('GET', '/inbox/messages')).body.items).toEqual([])

  const notice = await lastMailTo(ada.email, 2)
  expect(headerOf(notice.raw, 'Subject')).toContain('[#1]')
  expect(headerOf(notice.raw, 'Auto-Submitted')).toBe('auto-generated')
  expect((await docket.call('GET', '/notifications', undefined, ada)).body.items[0]).toMatchObject({
    kind: 'assigned_to_me',
    case: { number: 1 },
  })

  await docket.call('POST', '/cases/1/replies', { text: 'We send you a new seal.' }, ada)
  const reply = await lastMailTo('jo@home.example', 1)
  expect(headerOf(reply.raw, 'In-Reply-To')).not.toBe('')
  expect(headerOf(reply.raw, 'References')).toContain(headerOf(reply.raw, 'In-Reply-To'))
  expect(reply.raw).not.toContain('Probably the seal')
})

test('CV-01 CC-04 CC-08 D-05: answers join the case, one within grace reopens it, one too late opens the next', async () => {
  const reply = await lastMailTo('jo@home.example', 1)
  await customerWrites('Re: My kettle leaks', 'Thank you, it came.', reply)
  const answer = await inboxRow('Re: My kettle leaks')
  expect(answer.case.number).toBe(1)

  await docket.call('PUT', '/cases/1/status', { status: 'resolved' }, ada)
  const { resolvedAt, graceUntil } = await theCase(1)
  expect(graceUntil).toBe(after(new Date(resolvedAt), 5 * DAY).toISOString())

  await docket.moveTo(after(new Date(resolvedAt), 5 * DAY - MINUTE))
  await customerWrites('Re: My kettle leaks again', 'It leaks again.', reply)
  expect((await inboxRow('Re: My kettle leaks again')).case.number).toBe(1)
  expect(await theCase(1)).toMatchObject({ status: 'open', reopenCount: 1, assignee: { id: ada.id } })

  await docket.call('PUT', '/cases/1/status', { status: 'resolved' }, ada)
  await docket.moveTo(after(new Date((await theCase(1)).resolvedAt), 5 * DAY + MINUTE))
  expect(await theCase(1)).toMatchObject({ status: 'closed', closeReason: 'done' })
  await customerWrites('Re: My kettle, once more', 'And again.', reply)
  const late = await inboxRow('Re: My kettle, once more')
  expect(late.case.number).toBe(2)
  expect(await theCase(1)).toMatchObject({ status: 'closed' })
  expect(await theCase(2)).toMatchObject({ status: 'new', source: 'email', assignee: null })
})

test('CF-02 IN-30: a second case from the same conversation is refused and names the first', async () => {
  await customerWrites('One kettle', 'Please help.')
  const row = await inboxRow('One kettle')
  const first = await docket.call('POST', '/cases', { messageId: row.id, assigneeId: ada.id })
  const second = await docket.call('POST', '/cases', { messageId: row.id, assigneeId: ada.id })
  expect([second.status, second.body.code, second.body.data.number]).toEqual([
    409,
    'CASE_OPEN_IN_CONVERSATION',
    first.body.number,
  ])
})

test('IN-18: a message handed in by another system opens a conversation, and the same one again does not', async () => {
  const channel = (await docket.call('POST', '/channels', { kind: 'api', name: 'Shop' })).body
  const wish = {
    id: 'order-1',
    from: { handle: 'kim@shop.example', name: 'Kim' },
    subject: 'Order 1',
    text: 'Where is it?',
  }
  const first = await docket.call('POST', `/intake/${channel.id}`, wish)
  const again = await docket.call('POST', `/intake/${channel.id}`, wish)
  expect(first.body).toMatchObject({ duplicate: false, case: null })
  expect(again.body).toMatchObject({ duplicate: true, messageId: first.body.messageId })
  const made = await docket.call('POST', '/cases', { messageId: first.body.messageId, assigneeId: ada.id })
  expect(made.body.source).toBe('platform')
})

test('CV-03: a message of a closed case makes no second one; that case is reopened instead', async () => {
  await customerWrites('A closed matter', 'Please help.')
  const row = await inboxRow('A closed matter')
  const first = await docket.call('POST', '/cases', { messageId: row.id, assigneeId: ada.id })
  await docket.call('PUT', `/cases/${first.body.number}/status`, { status: 'closed' })
  const second = await docket.call('POST', '/cases', { messageId: row.id, assigneeId: ada.id })
  expect([second.status, second.body.code, second.body.data.number]).toEqual([
    409,
    'MESSAGE_IN_CASE',
    first.body.number,
  ])
})

test('CV-01 X3: a message that arrives while its conversation becomes a case ends up inside it', async () => {
  const channel = (await docket.call('POST', '/channels', { kind: 'api', name: 'Race' })).body
  const write = (thread: string, id: string) =>
    docket.call('POST', `/intake/${channel.id}`, {
      id,
      thread,
      from: { handle: 'kim@shop.example' },
      text: id,
    })
  for (let round = 0; round < 12; round += 1) {
    const first = await write(`t${round}`, `first-${round}`)
    const [made, second] = await Promise.all([
      docket.call('POST', '/cases', { messageId: first.body.messageId, assigneeId: ada.id }),
      write(`t${round}`, `second-${round}`),
    ])
    expect([made.status, second.status]).toEqual([201, 201])
    const message = (await docket.call('GET', `/messages/${second.body.messageId}`)).body
    expect(message.case?.number).toBe(made.body.number)
  }
})

test('CC-22: without grace a resolved case is closed at once', async () => {
  const { version, ...settings } = (await docket.call('GET', '/settings/cases')).body
  await docket.call('PUT', '/settings/cases', { ...settings, graceDays: 0, version })
  await customerWrites('No grace', 'Please help.')
  const row = await inboxRow('No grace')
  const { number } = (await docket.call('POST', '/cases', { messageId: row.id, assigneeId: ada.id })).body
  const resolved = await docket.call('PUT', `/cases/${number}/status`, { status: 'resolved' })
  expect(resolved.body).toMatchObject({ status: 'closed', closeReason: 'done', graceUntil: null })
})
