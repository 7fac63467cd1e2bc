import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, DAY, MINUTE } from '#domain/kernel/moments.ts'
import { type AttemptOutcome, afterAttempt, pauseAfter, type Sending } from './delivery.ts'

const now = new Date('2026-03-01T12:00:00Z')
const first: Sending = { attempts: 1, doubts: 0, since: now }

test('a mail that was taken is sent, and says for whom it was not taken', () => {
  expect(afterAttempt(first, { kind: 'sent', words: '250 ok', refused: [] }, now)).toEqual({
    state: 'sent',
    doubts: 0,
    nextAttemptAt: null,
    reason: null,
  })
  expect(afterAttempt(first, { kind: 'sent', words: '250 ok', refused: ['x@y.org'] }, now).reason).toContain(
    'x@y.org',
  )
})

test('U1: what was not taken is tried again after a minute, doubling to half an hour, for five days', () => {
  const busy: AttemptOutcome = { kind: 'postponed', words: '451 later' }
  expect(afterAttempt(first, busy, now)).toMatchObject({ state: 'queued', nextAttemptAt: after(now, MINUTE) })
  expect([1, 2, 3, 7, 50].map(pauseAfter)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 30 * MINUTE, 30 * MINUTE])
  const old = { ...first, attempts: 120 }
  expect(afterAttempt(old, busy, after(now, 5 * DAY - 1)).state).toBe('queued')
  expect(afterAttempt(old, busy, after(now, 5 * DAY))).toMatchObject({ state: 'failed', nextAttemptAt: null })
  expect(afterAttempt(old, busy, after(now, 5 * DAY)).reason).toContain('451 later')
})

test('U2: a refusal for good fails with the words of the server', () => {
  expect(afterAttempt(first, { kind: 'rejected', words: '550 no such user' }, now)).toMatchObject({
    state: 'failed',
    reason: '550 no such user',
    nextAttemptAt: null,
  })
})

test('I6: an unknown outcome is repeated once by itself; the second time a person decides', () => {
  const cut: AttemptOutcome = { kind: 'unknown', words: 'connection lost' }
  const once = afterAttempt(first, cut, now)
  expect(once).toMatchObject({ state: 'uncertain', doubts: 1, nextAttemptAt: after(now, MINUTE) })
  const twice = afterAttempt({ attempts: 2, doubts: once.doubts, since: now }, cut, now)
  expect(twice).toMatchObject({ state: 'uncertain', doubts: 2, nextAttemptAt: null })
})

test('I6: after a doubt nothing turns into a plain failure, which would invite a second copy', () => {
  const doubted = { attempts: 2, doubts: 1, since: now }
  expect(afterAttempt(doubted, { kind: 'rejected', words: '550' }, now).state).toBe('uncertain')
  expect(afterAttempt(doubted, { kind: 'postponed', words: '451' }, now).state).toBe('uncertain')
})

test('B5: whatever happens, at most two attempts with an unknown outcome are made without a person', () => {
  const outcome = fc.constantFrom<AttemptOutcome>(
    { kind: 'sent', words: '', refused: [] },
    { kind: 'rejected', words: '' },
    { kind: 'postponed', words: '' },
    { kind: 'unknown', words: '' },
  )
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 30 }), outcomes => {
      let sending = first
      let unknown = 0
      for (const each of outcomes) {
        if (each.kind === 'unknown') unknown += 1
        const delivery = afterAttempt(sending, each, now)
        if (delivery.nextAttemptAt === null) break
        expect(delivery.state === 'queued' || delivery.state === 'uncertain').toBe(true)
        sending = { ...sending, attempts: sending.attempts + 1, doubts: delivery.doubts }
      }
      expect(unknown).toBeLessThanOrEqual(2)
    }),
  )
})
