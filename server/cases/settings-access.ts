import { type CaseSettings, caseSettingsShape } from '#domain/cases/settings.ts'
import { readSettings } from '#server/people/keep-settings.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** The area of case settings among all settings. */
export const caseSettingsArea = 'cases'

/** What `caseSettings` gives. */
export type SettingsInForce = { version: number; settings: CaseSettings }

/** The case settings in force and their version, which events name (BY-01). Keys that came later have their defaults (SE-06). */
export async function caseSettings(tx: Tx): Promise<SettingsInForce> {
  const { version, body } = await readSettings(tx, caseSettingsArea)
  return { version, settings: caseSettingsShape.parse(body ?? {}) }
}
