import { z } from 'zod'
import { type CaseSettings, caseSettingsShape } from './settings.ts'

/** GET /settings/cases. */
export const shownCaseSettingsShape = caseSettingsShape.extend({ version: z.int() })

/** PUT /settings/cases. Saving auto-close as enabled needs a threshold and at least one status (AC-09); `enabledAt` is kept by the server. */
export const changeCaseSettingsShape = z
  .strictObject({ ...caseSettingsShape.shape, version: z.int().optional() })
  .superRefine(({ autoClose }, problems) => {
    if (!autoClose.enabled) return
    if (autoClose.thresholdHours === null) {
      problems.addIssue({
        code: 'custom',
        path: ['autoClose', 'thresholdHours'],
        message: 'Choose after how long cases are closed.',
      })
    }
    if (autoClose.statuses.length === 0) {
      problems.addIssue({
        code: 'custom',
        path: ['autoClose', 'statuses'],
        message: 'Choose at least one status.',
      })
    }
  })

/**
 * The settings to save: the moment of enabling auto-close is renewed when it goes from off to on and at no
 * other time (AC-15), whatever the sender wrote there.
 */
export function withEnabledAt(before: CaseSettings, after: CaseSettings, now: Date): CaseSettings {
  const { enabled } = after.autoClose
  const kept = before.autoClose.enabled ? before.autoClose.enabledAt : now.toISOString()
  return { ...after, autoClose: { ...after.autoClose, enabledAt: enabled ? kept : null } }
}
