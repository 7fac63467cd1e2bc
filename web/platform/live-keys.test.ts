import { expect, test } from 'vitest'
import { keys } from './keys.ts'
import { staleKeys } from './live-keys.ts'

const told = (event: Parameters<typeof staleKeys>[0]) =>
  staleKeys(event).map(stale => JSON.stringify(stale.queryKey))

test('IN-14 CL-05: no event makes a list that is being read move', () => {
  const id = '0198f000-0000-7000-8000-000000000001'
  const events = [
    { kind: 'case', number: 7, change: 'case.assigned', byMe: false },
    { kind: 'conversation', id, channelId: id, change: 'message.received', byMe: false },
    { kind: 'notification', id },
  ] as const
  const stale = events.flatMap(event => told(event))
  expect(stale.some(key => key?.includes('"list"'))).toBe(false)
  expect(stale).not.toContain(JSON.stringify(keys.cases))
  expect(stale).not.toContain(JSON.stringify(keys.inbox))
})

test('an event of a case makes that case stale and no other', () => {
  const stale = told({ kind: 'case', number: 7, change: 'case.assigned', byMe: true })
  expect(stale).toContain(JSON.stringify(keys.oneCase(7)))
  expect(stale).not.toContain(JSON.stringify(keys.oneCase(8)))
})

test('after too much was missed everything is stale', () => {
  expect(staleKeys({ kind: 'reset' })).toEqual([{}])
})
