import type { CaseFacts } from '#domain/cases/facts.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { factsOf } from './facts.ts'
import { listCasesById, listCollaborators } from './store.ts'

/** What the live stream must know of a case to decide who hears of it. */
export type CaseGlance = { facts: CaseFacts }

/** The facts of some cases, by id; for the server's own use, without a person's rights. Deleted ones are included: their end is news. */
export async function glanceAtCases(tx: Tx, ids: readonly string[]): Promise<Map<string, CaseGlance>> {
  const [rows, followers] = await Promise.all([listCasesById(tx, ids), listCollaborators(tx, ids)])
  return new Map(
    rows.map(row => [
      row.id,
      {
        facts: factsOf(
          row,
          followers.filter(one => one.case_id === row.id).map(one => one.user_id),
        ),
      },
    ]),
  )
}
