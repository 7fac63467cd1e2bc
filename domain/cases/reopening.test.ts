import { expect, test } from 'vitest'
import { after, DAY, HOUR } from '#domain/kernel/moments.ts'
import { type Candidate, followMessage, graceIsOver, reopenWindow } from './reopening.ts'
import { caseSettingsShape } from './settings.ts'
import type { CloseReason, Status } from './status.ts'

const closedAt = new Date('2026-03-02T09:00:00Z')
const settings = caseSettingsShape.parse({ autoReopen: { enabled: true, thresholdHours: 96 } })
const graceOnly = caseSettingsShape.parse({})

function closed(status: Status, closeReason: CloseReason, number = 1, at = closedAt): Candidate {
  return {
    id: `case-${number}`,
    number,
    status,
    closeReason,
    closedAt: at,
    resolvedAt: status === 'resolved' ? at : null,
  }
}
const wroteAt = (ingestedAt: Date, automatic = false) => ({ ingestedAt, automatic })
const late = { createOnLateMessage: true }
const quiet = { createOnLateMessage: false }

test('CC-04 CC-08 CC-20: a message in the last millisecond of five days of grace reopens, one later does not', () => {
  const done = closed('resolved', 'done')
  const end = after(closedAt, 5 * DAY)
  expect(followMessage([done], wroteAt(end), settings, quiet)).toMatchObject({
    effect: 'reopen',
    why: 'WITHIN_GRACE',
    until: end,
  })
  expect(followMessage([done], wroteAt(after(end, 1)), settings, quiet)).toEqual({
    effect: 'none',
    why: 'WINDOW_OVER',
  })
})

test('D-05: after the window a mail opens a new case where the channel says so, and stays without one where not', () => {
  const moment = wroteAt(after(closedAt, 6 * DAY))
  expect(followMessage([closed('resolved', 'done')], moment, graceOnly, late)).toEqual({
    effect: 'open',
    why: 'WINDOW_OVER',
  })
  expect(followMessage([closed('closed', 'manual')], moment, graceOnly, late)).toEqual({
    effect: 'open',
    why: 'NO_WINDOW',
  })
  expect(followMessage([closed('closed', 'manual')], moment, graceOnly, quiet)).toEqual({
    effect: 'none',
    why: 'NO_WINDOW',
  })
})

test('AR-01 AR-08 AR-09: closed by hand or for inactivity reopens within 96 hours, to the millisecond', () => {
  for (const reason of ['manual', 'inactivity'] as const) {
    const end = after(closedAt, 96 * HOUR)
    expect(followMessage([closed('closed', reason)], wroteAt(end), settings, quiet)).toMatchObject({
      effect: 'reopen',
      why: 'WITHIN_REOPEN_WINDOW',
    })
    expect(followMessage([closed('closed', reason)], wroteAt(after(end, 1)), settings, quiet).effect).toBe(
      'none',
    )
  }
})

test.each([
  ['CC-09', 'spam', 'spam'],
  ['ST-16', 'canceled', 'canceled'],
  ['AR-10', 'closed', 'duplicate'],
  ['AR-10', 'closed', 'merged'],
  ['CC-21', 'closed', 'done'],
] as const)('%s: a case that is %s (%s) has no window', (_id, status, reason) => {
  expect(reopenWindow(closed(status, reason), settings)).toBeNull()
})

test('CC-22: without grace there is no window', () => {
  expect(reopenWindow(closed('resolved', 'done'), caseSettingsShape.parse({ graceDays: 0 }))).toBeNull()
})

test('CC-09: nothing opens by itself behind a sender marked as spam', () => {
  expect(followMessage([closed('spam', 'spam')], wroteAt(after(closedAt, 1)), settings, late).effect).toBe(
    'none',
  )
})

test('CV-01 AR-11: an active case takes the message, however many closed ones there are', () => {
  const active: Candidate = {
    id: 'case-2',
    number: 2,
    status: 'on_hold',
    closeReason: null,
    closedAt: null,
    resolvedAt: null,
  }
  expect(followMessage([closed('resolved', 'done'), active], wroteAt(closedAt), settings, late)).toEqual({
    effect: 'join',
    caseId: 'case-2',
    why: 'ACTIVE_CASE',
  })
})

test('AR-11: of several closed cases the most recently closed one is asked', () => {
  const older = closed('resolved', 'done', 5, after(closedAt, -DAY))
  const newer = closed('spam', 'spam', 3)
  expect(followMessage([older, newer], wroteAt(after(closedAt, 1)), settings, quiet)).toMatchObject({
    effect: 'none',
    why: 'NO_WINDOW',
  })
})

test('CV-03: a conversation without cases keeps its message to itself', () => {
  expect(followMessage([], wroteAt(closedAt), settings, late)).toEqual({ effect: 'none', why: 'NO_CASE' })
})

test('L2: a vacation notice joins an active case but neither reopens nor opens one', () => {
  const moment = wroteAt(after(closedAt, 1), true)
  expect(followMessage([closed('resolved', 'done')], moment, settings, late)).toEqual({
    effect: 'none',
    why: 'AUTOMATIC_MESSAGE',
  })
})

test('CC-21: grace is over one millisecond after its end, not before, and only for resolved cases', () => {
  const end = after(closedAt, 5 * DAY)
  expect(graceIsOver(closed('resolved', 'done'), settings, end)).toBe(false)
  expect(graceIsOver(closed('resolved', 'done'), settings, after(end, 1))).toBe(true)
  expect(graceIsOver(closed('closed', 'manual'), settings, after(end, 1))).toBe(false)
})
