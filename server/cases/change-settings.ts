import type { z } from 'zod'
import { type CaseSettings, caseSettingsShape } from '#domain/cases/settings.ts'
import { type changeCaseSettingsShape, withEnabledAt } from '#domain/cases/settings-change.ts'
import { type Actor, needs } from '#domain/people/actor.ts'
import { keepSettings } from '#server/people/keep-settings.ts'
import type { Context } from '#server/platform/context.ts'
import { insist } from '#server/platform/refusal.ts'
import { caseSettingsArea } from './settings-access.ts'

/**
 * Saves a new version of the case settings, recorded with before and after (SE-07). Refuses NO_PERMISSION
 * without cases.settings (PR-05, AC-10), and CONFLICT when another version is in force.
 */
export function changeCaseSettings(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof changeCaseSettingsShape>,
): Promise<CaseSettings & { version: number }> {
  insist(needs(actor, 'cases.settings'))
  const { version: expected, ...wanted } = input
  return ctx.database.write(actor.workspaceId, async tx => {
    const saved = await keepSettings(tx, caseSettingsArea, { userId: actor.userId, expected }, body => {
      const before = caseSettingsShape.parse(body ?? {})
      return { before, after: withEnabledAt(before, wanted, tx.now) }
    })
    return { ...saved.settings, version: saved.version }
  })
}
