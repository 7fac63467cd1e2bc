import { expect, test } from 'vitest'
import { sinceWhen, when } from './when.ts'

const now = new Date('2026-11-21T12:00:00Z')
const after = (ms: number) => when(new Date(now.getTime() + ms), now, 'Europe/Berlin')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('a moment is said as in a sentence, back and ahead, and by its date when it is a week away', () => {
  expect(after(-20_000)).toBe('just now')
  expect(after(-minute)).toBe('1 minute ago')
  expect(after(8 * hour)).toBe('in 8 hours')
  expect(after(-59.8 * minute)).toBe('1 hour ago')
  expect(after(5 * day - minute)).toBe('in 5 days')
  expect(after(-40 * day)).toBe('on 12 Oct')
  expect(after(60 * day)).toBe('on 20 Jan 2027')
})

test('since when is a time today and a day before, in the zone of the viewer', () => {
  const since = (moment: string) => sinceWhen(new Date(moment), now, 'Europe/Berlin')
  expect(since('2026-11-21T08:05:00Z')).toBe('since 09:05')
  expect(since('2026-11-20T23:05:00Z')).toBe('since 00:05')
  expect(since('2026-11-20T21:05:00Z')).toBe('since 20 Nov, 22:05')
})
