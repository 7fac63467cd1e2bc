import { queryOptions } from '@tanstack/react-query'
import type { CaseSettings } from '#domain/cases/settings.ts'
import { get, put } from '#web/platform/api.ts'
import { keys } from '#web/platform/keys.ts'

/** The settings in force, and their version. */
export type KeptCaseSettings = CaseSettings & { version: number }

/** GET /settings/cases. */
export const caseSettingsQuery = queryOptions({
  queryKey: keys.caseSettings,
  queryFn: ({ signal }) => get<KeptCaseSettings>('/settings/cases', {}, signal),
})

/** PUT /settings/cases: all of them, of the version they were read in. */
export const saveCaseSettings = (settings: KeptCaseSettings) =>
  put<KeptCaseSettings>('/settings/cases', settings)
