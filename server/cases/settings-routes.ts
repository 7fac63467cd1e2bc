import { changeCaseSettingsShape, shownCaseSettingsShape } from '#domain/cases/settings-change.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { changeCaseSettings } from './change-settings.ts'
import { caseSettings } from './settings-access.ts'

/** Doors of /settings/cases: everybody works by them, so everybody may read them. */
export function caseSettingsRoutes(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/settings/cases',
      resource: 'Settings',
      summary: 'The case settings in force',
      answer: shownCaseSettingsShape,
      async handle({ actor }) {
        const { version, settings } = await ctx.database.read(actor.workspaceId, tx => caseSettings(tx))
        return { ...settings, version }
      },
    }),
    door({
      method: 'PUT',
      path: '/settings/cases',
      resource: 'Settings',
      summary: 'Save new case settings; what is left out gets its default',
      body: changeCaseSettingsShape,
      answer: shownCaseSettingsShape,
      handle: ({ actor, body }) => changeCaseSettings(ctx, actor, body),
    }),
  ]
}
