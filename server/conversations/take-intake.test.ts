import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorNamed } from '#tests/givens/actor.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { messages, rawMails } from '#tests/givens/take-mail.ts'
import { takeIntake } from './take-intake.ts'
import { understandMail } from './understand-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

type Answer = {
  messageId: string
  conversationId: string
  case: { number: number } | null
  duplicate: boolean
  code?: string
}

const handIn = (message: object, name = 'Bob', channel = house.api) =>
  ask<Answer>(house, name, 'POST', `/intake/${channel}`, {
    from: { handle: 'user-1', name: 'Uma' },
    text: 'My order is late',
    ...message,
  })

test('IN-18: a message of another system is a message with its customer, stored raw first', async () => {
  const { status, body } = await handIn({ id: 'a-1', subject: 'Order 7' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ case: null, duplicate: false })
  const shown = await ask(house, 'Bob', 'GET', `/messages/${body.messageId}`)
  expect(shown.body).toMatchObject({
    subject: 'Order 7',
    text: 'My order is late',
    from: { name: 'Uma', address: 'user-1' },
    customer: { name: 'Uma', handle: 'user-1' },
  })
  expect((await rawMails(house)).at(-1)).toMatchObject({ channel_id: house.api, state: 'understood' })
})

test('CV-18: the same id again is the same message, whatever else it says, also many at once', async () => {
  const first = await handIn({ id: 'b-1' })
  const again = await handIn({ id: 'b-1', text: 'something else' })
  expect(again).toMatchObject({ status: 200, body: { messageId: first.body.messageId, duplicate: true } })
  const rivals = await Promise.all(Array.from({ length: 8 }, () => handIn({ id: 'b-2' })))
  expect(new Set(rivals.map(answer => answer.body.messageId)).size).toBe(1)
  expect(rivals.filter(answer => !answer.body.duplicate)).toHaveLength(1)
})

test('CV-18: a message taken in just before a crash is finished by the job, and by the next try', async () => {
  const { database } = house.ctx
  let writes = 0
  const dying: typeof database.write = (...args) => {
    writes += 1
    return writes > 1 ? Promise.reject(new Error('killed')) : database.write(...args)
  }
  const actor = await actorNamed(database, house.workspace, 'Bob')
  const message = { id: 'crash', from: { handle: 'user-9' }, text: 'hold on' }
  const ctx = { ...house.ctx, database: { ...database, write: dying } }
  await expect(takeIntake(ctx, actor, house.api, message)).rejects.toThrow('killed')
  const waiting = (await rawMails(house)).at(-1)!
  expect(waiting.state).toBe('received')
  const before = (await messages(house)).length
  await understandMail(house.ctx, house.reader, { workspaceId: house.workspace.id, id: waiting.id })
  expect(await messages(house)).toHaveLength(before + 1)
  expect((await handIn(message)).body).toMatchObject({ duplicate: true })
  expect(await messages(house)).toHaveLength(before + 1)
})

test('CV-13: messages of one thread are one conversation; without a thread there is one per sender', async () => {
  const one = await handIn({ id: 'c-1', thread: 't-1' })
  const two = await handIn({ id: 'c-2', thread: 't-1', from: { handle: 'user-2' } })
  const other = await handIn({ id: 'c-3', thread: 't-2' })
  expect(two.body.conversationId).toBe(one.body.conversationId)
  expect(other.body.conversationId).not.toBe(one.body.conversationId)
  const alone = await handIn({ id: 'c-4', from: { handle: 'user-3' } })
  const same = await handIn({ id: 'c-5', from: { handle: 'user-3' } })
  const nobodyElse = await handIn({ id: 'c-6', from: { handle: 'user-4' } })
  expect(same.body.conversationId).toBe(alone.body.conversationId)
  expect(nobodyElse.body.conversationId).not.toBe(alone.body.conversationId)
})

test('CV-01: while a case is at work, what comes in its thread joins it', async () => {
  const first = await handIn({ id: 'd-1', thread: 'd' })
  const opened = await ask<{ number: number }>(house, 'Bob', 'POST', '/cases', {
    messageId: first.body.messageId,
    assigneeId: house.workspace.people.Bob,
  })
  const second = await handIn({ id: 'd-2', thread: 'd' })
  expect(second.body.case).toMatchObject({ number: opened.body.number })
})

test('PR-17 Z5: handing in needs Can Reply on a channel for programs', async () => {
  expect((await handIn({ id: 'e-1' }, 'Vic')).body.code).toBe('CHANNEL_ACCESS_TOO_LOW')
  expect((await handIn({ id: 'e-2' }, 'Bob', house.mail)).body.code).toBe('NOT_AN_INTAKE_CHANNEL')
  expect((await handIn({ id: 'e-3' }, 'Bob', house.workspace.id)).body.code).toBe('CHANNEL_NOT_FOUND')
})

test('H13: naughty text comes back as it was', async () => {
  const text = 'zero\u200bwidth ‮right to left‬ 𝕬 ﷽ <b>&amp;</b> ‘; drop table cases;--'
  const { body } = await handIn({ id: 'f-1\u0000', thread: 'nul\u0000', text: `${text}\u0000` })
  const shown = await ask<{ text: string }>(house, 'Bob', 'GET', `/messages/${body.messageId}`)
  expect(shown.body.text).toBe(text)
})

test('a channel for programs has no way back, and says so', async () => {
  const { body } = await handIn({ id: 'g-1' })
  const answer = await ask<{ code: string }>(house, 'Bob', 'POST', `/messages/${body.messageId}/replies`, {
    text: 'hi',
  })
  expect(answer.body.code).toBe('CHANNEL_CANNOT_SEND')
})
