import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCase } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { givenChannel } from '#tests/givens/channel.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { recorded, takeMail } from '#tests/givens/take-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

type Row = {
  id: string
  subject: string
  case: { number: number; assignee: { name: string } } | null
  completedAt: string | null
}
type Page = { items: Row[]; next: string | null; code?: string }

const inbox = (name: string, query = '') => ask<Page>(house, name, 'GET', `/inbox/messages${query}`)
const ids = (page: { body: Page }) => page.body.items.map(row => row.id)

test('IN-08..10: with and without a case, and any', async () => {
  const { first, number } = await givenCase(house)
  const alone = await takeMail(house, { from: 'lone@example.org', subject: 'no case' })
  expect(ids(await inbox('Ada'))).toEqual(expect.arrayContaining([first.id, alone.id]))
  expect(ids(await inbox('Ada', '?cases=without'))).toContain(alone.id)
  expect(ids(await inbox('Ada', '?cases=without'))).not.toContain(first.id)
  const withCase = await inbox('Ada', '?cases=with')
  expect(ids(withCase)).toContain(first.id)
  expect(ids(withCase)).not.toContain(alone.id)
  expect(withCase.body.items.find(row => row.id === first.id)?.case).toMatchObject({
    number,
    assignee: { name: 'Ada' },
  })
})

test('IN-10: a message of a deleted case has none (Q-03)', async () => {
  const { first, number } = await givenCase(house)
  await ask(house, 'Ada', 'DELETE', `/cases/${number}`)
  expect(ids(await inbox('Ada', '?cases=without'))).toContain(first.id)
  expect(ids(await inbox('Ada', '?cases=with'))).not.toContain(first.id)
})

test('IN-11 IN-12: by the people who hold the cases, and not together with the other modes', async () => {
  const { Ada, Bob, Mia } = house.workspace.people
  const { first, number } = await givenCase(house)
  await ask(house, 'Ada', 'PUT', `/cases/${number}/assignment`, { assigneeId: Bob })
  expect(ids(await inbox('Ada', `?assignees=${Bob}`))).toEqual([first.id])
  expect(ids(await inbox('Ada', `?assignees=${Ada},${Bob}`))).toContain(first.id)
  expect(ids(await inbox('Ada', `?assignees=${Mia}`))).toEqual([])
  expect((await inbox('Ada', `?assignees=${Bob}&cases=with`)).status).toBe(400)
  expect((await inbox('Ada', '?assignees=nobody')).status).toBe(400)
})

test('IN-06 IN-07: a completed message leaves the default list, its case stays as it is, and back', async () => {
  const { first, number } = await givenCase(house)
  const before = (await ask<{ waiting: number }>(house, 'Ada', 'GET', '/inbox/counts')).body.waiting
  expect((await ask(house, 'Bob', 'PUT', `/messages/${first.id}/completion`)).status).toBe(204)
  expect((await ask(house, 'Bob', 'PUT', `/messages/${first.id}/completion`)).status).toBe(204)
  expect(ids(await inbox('Ada'))).not.toContain(first.id)
  expect(ids(await inbox('Ada', '?completed=yes'))).toContain(first.id)
  expect(ids(await inbox('Ada', '?completed=any'))).toContain(first.id)
  expect((await ask<{ waiting: number }>(house, 'Ada', 'GET', '/inbox/counts')).body.waiting).toBe(before - 1)
  expect((await ask<{ status: string }>(house, 'Ada', 'GET', `/cases/${number}`)).body.status).toBe('open')
  // Said twice, happened once.
  expect(
    (await recorded(house, 'message.completed')).filter(event => event.message_id === first.id),
  ).toHaveLength(1)
  await ask(house, 'Ada', 'PUT', `/cases/${number}/status`, { status: 'closed' })
  await ask(house, 'Bob', 'DELETE', `/messages/${first.id}/completion`)
  expect(ids(await inbox('Ada'))).toContain(first.id)
})

test('IN-06: ticked while making the case, the message is completed with it', async () => {
  const first = await takeMail(house, { from: 'tick@example.org' })
  await ask(house, 'Ada', 'POST', '/cases', {
    messageId: first.id,
    assigneeId: house.workspace.people.Ada,
    completeMessage: true,
  })
  expect(ids(await inbox('Ada'))).not.toContain(first.id)
})

test('AX-14: only channels that one may read, for lists, counts, filters and the messages themselves', async () => {
  const closed = await givenChannel(house.ctx.database, house.workspace, {
    kind: 'email',
    name: 'Board',
    address: 'board@acme.example',
    access: { supervisor: 'full' },
  })
  const secret = await takeMail(house, { subject: 'secret' }, { channel: closed })
  expect(ids(await inbox('Ada'))).toContain(secret.id)
  for (const query of ['', '?completed=any', `?channel=${closed}`]) {
    expect(ids(await inbox('Bob', query))).not.toContain(secret.id)
  }
  const unseen = await ask<{ code: string }>(house, 'Bob', 'GET', `/messages/${secret.id}`)
  const unknown = await ask<{ code: string }>(house, 'Bob', 'GET', `/messages/${house.workspace.id}`)
  expect(unseen.body.code).toBe('MESSAGE_NOT_FOUND')
  expect(unseen.status).toBe(unknown.status)
  const conversation = await ask<{ code: string }>(
    house,
    'Bob',
    'GET',
    `/conversations/${secret.conversation_id}`,
  )
  expect(conversation.body.code).toBe('CONVERSATION_NOT_FOUND')
  const counts = async (name: string) =>
    (await ask<{ waiting: number }>(house, name, 'GET', '/inbox/counts')).body.waiting
  expect(await counts('Ada')).toBeGreaterThan(await counts('Bob'))
})

test('PR-17: whoever may not see a case does not see that a message has one', async () => {
  const { first } = await givenCase(house)
  const seenBy = async (name: string) =>
    (await inbox(name)).body.items.find(row => row.id === first.id)?.case ?? null
  expect(await seenBy('Ada')).not.toBeNull()
  expect(await seenBy('Mia')).toBeNull()
  expect(await seenBy('Vic')).toBeNull()
})

test('Z5: completing needs Can Reply', async () => {
  const { first } = await givenCase(house)
  const refused = await ask<{ code: string }>(house, 'Vic', 'PUT', `/messages/${first.id}/completion`)
  expect(refused.body.code).toBe('CHANNEL_ACCESS_TOO_LOW')
})

test('CL-26: pages follow each other without a gap or a double, whatever arrives meanwhile', async () => {
  const all = ids(await inbox('Ada', '?completed=any&limit=100'))
  const found: string[] = []
  let after = ''
  for (let page = 0; page < 50; page += 1) {
    const { body } = await inbox('Ada', `?completed=any&limit=3${after}`)
    found.push(...body.items.map(row => row.id))
    if (page === 1) await takeMail(house, { from: 'meanwhile@example.org' })
    if (!body.next) break
    after = `&after=${body.next}`
  }
  expect(found).toEqual(all)
  expect((await inbox('Ada', '?after=bm9uc2Vuc2U')).status).toBe(400)
})
