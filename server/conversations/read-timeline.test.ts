import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { givenCase } from '#tests/givens/answered-case.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { messages, takeMail } from '#tests/givens/take-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

type Entry = {
  entry: string
  at: string
  message?: { id: string; text: string; cut: boolean; segments: { kind: string; text: string }[] }
  comment?: { text: string; author: { name: string } }
  event?: { kind: string; actor: { name: string }; data: Record<string, unknown> }
}
type Timeline = { items: Entry[]; earlier: string | null; code?: string }

const timeline = (number: number, query = '', name = 'Ada') =>
  ask<Timeline>(house, name, 'GET', `/cases/${number}/timeline${query}`)

test('ACT-01 ACT-02 ACT-05: messages, comments and events in one order, each told once', async () => {
  const { number, customer } = await givenCase(house, { messageId: 'act@example.org', text: 'It broke' })
  await ask(house, 'Ada', 'POST', `/cases/${number}/comments`, { text: 'looks bad' })
  await ask(house, 'Ada', 'POST', `/cases/${number}/replies`, { text: 'How?' })
  await takeMail(house, { from: customer, inReplyTo: 'act@example.org', text: 'It fell' })
  await ask(house, 'Ada', 'PUT', `/cases/${number}/status`, { status: 'on_hold' })
  const { items } = (await timeline(number)).body
  expect(items.map(item => item.message?.text.trim() ?? item.comment?.text ?? item.event?.kind)).toEqual([
    'It broke',
    'case.created',
    'case.assigned',
    'looks bad',
    'How?',
    'It fell',
    'case.status_changed',
  ])
  expect(items.find(item => item.comment)?.comment?.author.name).toBe('Ada')
  expect(items.at(-1)?.event).toMatchObject({ actor: { name: 'Ada' }, data: { from: 'open', to: 'on_hold' } })
  expect(items.map(item => item.at)).toEqual(items.map(item => item.at).toSorted())
})

test('ACT-03: what the rules did names no person', async () => {
  const { number, customer } = await givenCase(house, { messageId: 'act3@example.org' })
  await ask(house, 'Ada', 'PUT', `/cases/${number}/status`, { status: 'resolved' })
  await takeMail(house, { from: customer, inReplyTo: 'act3@example.org' })
  const reopened = (await timeline(number)).body.items.find(item => item.event?.kind === 'case.reopened')
  expect(reopened?.event).toMatchObject({
    actor: { kind: 'system', name: 'Docket' },
    data: { why: 'WITHIN_GRACE' },
  })
})

test('D2: a page of a long case costs the same, and pages follow without a gap or a double', async () => {
  const { number, first } = await givenCase(house)
  const caseId = (await messages(house)).find(message => message.id === first.id)!.case_id!
  await house.ctx.database.write(house.workspace.id, async tx => {
    const rows = Array.from({ length: 120 }, (_, index) => ({
      workspace_id: tx.workspaceId,
      id: newId(),
      case_id: caseId,
      author_id: house.workspace.people.Ada!,
      text: `note ${index}`,
      // Many in one moment: the order among them must hold too.
      created_at: new Date(tx.now.getTime() + Math.floor(index / 40)),
    }))
    await tx.q.insertInto('comments').values(rows).execute()
  })
  const found: string[] = []
  let query = ''
  for (let page = 0; page < 10; page += 1) {
    const { body } = await timeline(number, query)
    expect(body.items.length).toBeLessThanOrEqual(50)
    found.unshift(...body.items.map(item => item.comment?.text ?? item.entry))
    if (body.earlier === null) break
    query = `?before=${body.earlier}`
  }
  const notes = found.filter(text => text.startsWith('note'))
  expect(notes).toEqual(Array.from({ length: 120 }, (_, index) => `note ${index}`))
  expect(found[0]).toBe('message')
  expect((await timeline(number, '?before=bm9uc2Vuc2U')).status).toBe(400)
})

test('a very long text is cut in the timeline and whole on its own page; its quotes are folded, not lost', async () => {
  const { number, first } = await givenCase(house, { text: `${'word '.repeat(20_000)}\r\n> quoted` })
  const shown = (await timeline(number)).body.items[0]!.message!
  expect(shown.cut).toBe(true)
  expect(shown.text.length).toBe(50_000)
  const whole = await ask<NonNullable<Entry['message']>>(house, 'Ada', 'GET', `/messages/${first.id}`)
  expect(whole.body.cut).toBe(false)
  expect(whole.body.text.length).toBeGreaterThan(100_000)
  expect(whole.body.segments.map(segment => segment.text).join('')).toBe(whole.body.text)
})

test('PR-17: whoever may not see the case has no timeline of it', async () => {
  const { number } = await givenCase(house)
  for (const name of ['Mia', 'Vic', 'Cleo']) {
    expect((await timeline(number, '', name)).body.code).toBe('CASE_NOT_FOUND')
  }
})
