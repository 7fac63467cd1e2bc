import type { CaseFacts } from '#domain/cases/facts.ts'
import { maySeeCase } from '#domain/cases/permissions.ts'
import type { Verdict } from '#domain/kernel/verdict.ts'
import { reaches } from '#domain/people/access-level.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { factsOf } from './facts.ts'
import { findAssignees } from './find-assignees.ts'
import { collaboratorsOf, findCase } from './store.ts'

/** A case in somebody's hands: the record and the facts that rules read. */
export type HeldCase = { row: CasesRow; facts: CaseFacts }

/**
 * The only way to hold a case: it exists, the actor may see it (else CASE_NOT_FOUND, as if it did not
 * exist: PR-17), and the given rule says yes. `change` locks it and checks the version the change is based on.
 */
export async function accessCase(
  tx: Tx,
  actor: Actor,
  number: number,
  may?: (actor: Actor, facts: CaseFacts) => Verdict,
  mode: 'read' | 'change' = 'change',
): Promise<HeldCase> {
  const row = await findCase(tx, number, mode === 'change')
  if (!row) throw new Refused('CASE_NOT_FOUND', { number })
  const facts = factsOf(row, await collaboratorsOf(tx, row.id))
  if (!maySeeCase(actor, facts)) throw new Refused('CASE_NOT_FOUND', { number })
  if (may) insist(may(actor, facts))
  return { row, facts }
}

/**
 * Those of some people to whom a case of this channel may be told at all: active, working cases, and able to
 * read the channel (PR-15, PR-17, Z6). Whoever is not among them gets no alert and no mail about it.
 */
export async function peopleToTell(
  tx: Tx,
  userIds: readonly string[],
  channelId: string,
): Promise<Set<string>> {
  const found = await findAssignees(tx, userIds, channelId)
  return new Set(
    found.filter(one => one.active && one.worksCases && reaches(one.level, 'read_only')).map(one => one.id),
  )
}
