import { type Act, decideStep, type Step } from '#domain/cases/lifecycle.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { EventActor } from '#server/platform/events/event.ts'
import { insist } from '#server/platform/refusal.ts'
import { attachMessages, type CaseChange, updateCase } from './store.ts'

/** Who moves the case, why, and which settings said so. */
export type Because = {
  actor: EventActor
  /** A reason typed by a person (ST-16), or the code of the rule (`WITHIN_GRACE`). */
  reason?: string | undefined
  why?: string
  rule?: string
  settingsVersion?: number
  /** Further columns that change in the same step. */
  also?: CaseChange
}

/**
 * The one door through which a status changes, for people, bulk, rules and timers alike: asks the
 * lifecycle, writes clocks and counters, records one event (ST-18). Returns the row as it now is and the
 * step taken, or null when nothing changed (ST-14). Throws Refused when the lifecycle says no.
 */
export async function takeStep(
  tx: Tx,
  row: CasesRow,
  act: Act,
  because: Because,
): Promise<{ row: CasesRow; step: Step | null }> {
  const standing = { status: row.status, closeReason: row.close_reason, assigned: row.assignee_id !== null }
  const step = insist(decideStep(standing, act))
  if (step === null) return { row, step }
  const byId = because.actor.kind === 'user' ? because.actor.id : null
  const updated = await updateCase(tx, row, { ...because.also, ...columnsOf(tx, row, step) }, byId)
  // CV-04: what the customer wrote while the case was closed belongs to it again.
  if (step.reopens && row.conversation_id)
    await attachMessages(tx, row.conversation_id, row.id, row.closed_at)
  tx.record({
    kind: kindOf(step),
    actor: because.actor,
    caseId: row.id,
    channelId: row.channel_id,
    data: {
      number: row.number,
      from: row.status,
      to: step.status,
      closeReason: step.closeReason,
      transition: step.transition,
      ...(because.reason ? { reason: because.reason } : {}),
      ...(because.why ? { why: because.why } : {}),
    },
    ...(because.rule ? { rule: because.rule } : {}),
    settingsVersion: because.settingsVersion ?? null,
  })
  return { row: updated, step }
}

function kindOf(step: Step): string {
  if (step.reopens) return 'case.reopened'
  return step.transition === 'T13' ? 'case.finalized' : 'case.status_changed'
}

function columnsOf(tx: Tx, row: CasesRow, step: Step): CaseChange {
  return {
    status: step.status,
    close_reason: step.closeReason,
    status_changed_at: tx.now,
    ...(step.resetsTimer ? { last_qualifying_at: tx.now } : {}),
    ...(step.status === 'resolved' ? { resolved_at: tx.now } : {}),
    ...(step.transition === 'T13' ? { finalized_at: tx.now } : {}),
    ...(step.closes ? { closed_at: tx.now, closed_assignee_id: row.assignee_id } : {}),
    ...(step.reopens
      ? {
          closed_at: null,
          resolved_at: null,
          finalized_at: null,
          closed_assignee_id: null,
          reopen_count: row.reopen_count + 1,
        }
      : {}),
  }
}
