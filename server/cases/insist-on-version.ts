import type { Actor } from '#domain/people/actor.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Refused } from '#server/platform/refusal.ts'
import type { HeldCase } from './access.ts'
import { readCase } from './list-cases.ts'
import { caseSettings } from './settings-access.ts'
import { wholeCaseView } from './view.ts'

/** Refuses a change that was based on an older state, and hands over the fresh one (DT-14, X5). */
export async function insistOnVersion(
  tx: Tx,
  actor: Actor,
  held: HeldCase,
  version: number | undefined,
): Promise<void> {
  if (version === undefined || version === held.row.version) return
  const fresh = await readCase(tx, held.row.number)
  const { settings } = await caseSettings(tx)
  throw new Refused('CONFLICT', fresh ? { current: wholeCaseView(actor, fresh, settings) } : {})
}
