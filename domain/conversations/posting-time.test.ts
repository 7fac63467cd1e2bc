import { expect, test } from 'vitest'
import { postingTime } from './posting-time.ts'

const arrived = new Date('2026-03-01T12:00:00Z')

test.each([
  ['an hour before', '2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z'],
  ['nine days before', '2026-02-20T12:00:00Z', '2026-02-20T12:00:00Z'],
  ['1970', '1970-01-01T00:00:00Z', '2026-03-01T12:00:00Z'],
  ['2099', '2099-01-01T00:00:00Z', '2026-03-01T12:00:00Z'],
  ['a minute ahead', '2026-03-01T12:01:00Z', '2026-03-01T12:00:00Z'],
])('K6 CV-19: mail dated %s is placed where it can be true', (_what, dated, placed) => {
  expect(postingTime(new Date(dated), arrived)).toEqual(new Date(placed))
})

test('K6: mail without a date is placed by its arrival', () => {
  expect(postingTime(null, arrived)).toBe(arrived)
})
