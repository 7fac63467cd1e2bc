import { expect, test } from 'vitest'
import { type CaseSettings, caseSettingsShape, firstCaseSettings } from './settings.ts'
import { changeCaseSettingsShape, withEnabledAt } from './settings-change.ts'

const now = new Date('2027-03-01T10:00:00.000Z')
const later = new Date('2027-03-02T10:00:00.000Z')

function closing(change: Partial<CaseSettings['autoClose']>): CaseSettings {
  const autoClose = { enabled: true, enabledAt: null, thresholdHours: 24, statuses: ['waiting' as const] }
  return { ...firstCaseSettings, autoClose: { ...autoClose, ...change } }
}

test('SE-06: the defaults', () => {
  expect(caseSettingsShape.parse({})).toEqual({
    crossGroupAssignments: false,
    autoClose: { enabled: false, enabledAt: null, thresholdHours: null, statuses: [] },
    autoReopen: { enabled: false, thresholdHours: 96 },
    graceDays: 5,
    autoAssign: { enabled: false, mode: 'roundRobin', capacity: 5 },
    careStatusPolicy: 'assignedOnly',
    veryHighPriority: false,
    workdayHours: 8,
  })
})

test('AC-15: the moment of enabling is renewed from off to on, and by nothing else', () => {
  const on = withEnabledAt(firstCaseSettings, closing({ enabledAt: '2001-01-01T00:00:00.000Z' }), now)
  expect(on.autoClose.enabledAt).toBe(now.toISOString())
  const edited = withEnabledAt(on, closing({ thresholdHours: 48, enabledAt: null }), later)
  expect(edited.autoClose.enabledAt).toBe(now.toISOString())
  const off = withEnabledAt(edited, closing({ enabled: false }), later)
  expect(off.autoClose.enabledAt).toBeNull()
  expect(withEnabledAt(off, closing({}), later).autoClose.enabledAt).toBe(later.toISOString())
})

test('AC-09: enabling needs a threshold and a status; AC-06: the threshold is 1 to 504 hours', () => {
  const accepts = (settings: unknown) => changeCaseSettingsShape.safeParse(settings).success
  expect(accepts(closing({}))).toBe(true)
  expect(accepts(closing({ thresholdHours: null }))).toBe(false)
  expect(accepts(closing({ statuses: [] }))).toBe(false)
  expect(accepts(closing({ enabled: false, thresholdHours: null, statuses: [] }))).toBe(true)
  for (const hours of [0, 505, 1.5]) expect(accepts(closing({ thresholdHours: hours }))).toBe(false)
  for (const hours of [1, 504]) expect(accepts(closing({ thresholdHours: hours }))).toBe(true)
  expect(accepts({ ...firstCaseSettings, workspaceId: 'x' })).toBe(false)
})
