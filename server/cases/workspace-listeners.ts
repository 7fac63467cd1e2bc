import { firstCaseSettings } from '#domain/cases/settings.ts'
import { keepFirstSettings } from '#server/people/keep-settings.ts'
import type { EventListener } from '#server/platform/db/tx.ts'
import { caseSettingsArea } from './settings-access.ts'
import { addCounterAndTypes } from './workspace-store.ts'

/** Gives a new workspace its case counter, the built-in case types and the first version of its case settings. */
export const prepareWorkspaceForCases: EventListener = async (tx, event) => {
  if (event.kind !== 'workspace.created') return
  await addCounterAndTypes(tx)
  await keepFirstSettings(tx, caseSettingsArea, firstCaseSettings)
}
