import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAndTime, fromZoned, shortAge, toZoned } from './clock.ts'

const at = new Date('2026-11-21T12:00:00Z')
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000)

test('ages are told in the fewest words, and as a date after a week', () => {
  const ages = [0.5, 4, 125, 60 * 26, 60 * 24 * 9].map(minutes => shortAge(ago(minutes), at, 'UTC'))
  expect(ages).toEqual(['now', '4 min', '2 h', '1 d', '12 Nov'])
  expect(shortAge(new Date('2025-03-01T00:00:00Z'), at, 'UTC')).toBe('1 Mar 2025')
})

test('a day is the day of the zone of the viewer', () => {
  const late = new Date('2026-11-10T23:30:00Z')
  expect(dayAndTime(late, at, 'UTC')).toBe('10 Nov, 23:30')
  expect(dayAndTime(late, at, 'Europe/Berlin')).toBe('11 Nov, 00:30')
})

test('a date-and-time field means the same moment that it was filled with, in every zone', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia')
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, moments, (zone, moment) => {
      const shown = toZoned(moment, zone)
      expect(toZoned(fromZoned(shown, zone)!, zone)).toBe(shown)
    }),
  )
})

test('a time that summer time leaves out becomes a real moment; what is no time is none', () => {
  expect(fromZoned('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toMatch(/^2026-03-29T0[01]:30/)
  expect(fromZoned('', 'UTC')).toBeNull()
})
