import { after, DAY, HOUR } from '#domain/kernel/moments.ts'
import type { CaseSettings } from './settings.ts'
import { type CloseReason, isActive, type Status } from './status.ts'

/** What the rules need to know of a case in whose conversation the customer has written. */
export type Candidate = {
  id: string
  number: number
  status: Status
  closeReason: CloseReason | null
  resolvedAt: Date | null
  closedAt: Date | null
}

/** What a customer's message does (SPEC §3.3 T6, T14, T15, §3.4, D-05), with the words for "why?". */
export type Following =
  | { effect: 'join'; caseId: string; why: 'ACTIVE_CASE' }
  | { effect: 'reopen'; caseId: string; why: 'WITHIN_GRACE' | 'WITHIN_REOPEN_WINDOW'; until: Date }
  | { effect: 'open'; why: WhyApart }
  | { effect: 'none'; why: WhyApart }
export type WhyApart = 'NO_CASE' | 'WINDOW_OVER' | 'NO_WINDOW' | 'AUTOMATIC_MESSAGE'

/** Until when a customer's message reopens a closed case; null when it never does (§3.4, CC-08, AR-01). */
export function reopenWindow(candidate: Candidate, settings: CaseSettings): Date | null {
  if (candidate.status === 'resolved' && candidate.resolvedAt) {
    return settings.graceDays > 0 ? after(candidate.resolvedAt, settings.graceDays * DAY) : null
  }
  if (candidate.status !== 'closed' || !candidate.closedAt || !settings.autoReopen.enabled) return null
  const reasons: (CloseReason | null)[] = ['manual', 'inactivity']
  return reasons.includes(candidate.closeReason)
    ? after(candidate.closedAt, settings.autoReopen.thresholdHours * HOUR)
    : null
}

/**
 * What becomes of a customer's message that has reached a conversation. `cases` are all cases of the
 * conversation; the newest closed one is the candidate (AR-11). The last millisecond of a window is
 * still inside (CC-20, AR-09). A message that a machine sent by itself joins an active case but never
 * reopens or opens one: a vacation notice is not an answer (SURVIVE L2).
 */
export function followMessage(
  cases: readonly Candidate[],
  message: { ingestedAt: Date; automatic: boolean },
  settings: CaseSettings,
  channel: { createOnLateMessage: boolean },
): Following {
  const active = cases.find(candidate => isActive(candidate.status))
  if (active) return { effect: 'join', caseId: active.id, why: 'ACTIVE_CASE' }
  const last = newestClosed(cases)
  if (!last) return { effect: 'none', why: 'NO_CASE' }
  if (message.automatic) return { effect: 'none', why: 'AUTOMATIC_MESSAGE' }
  const until = reopenWindow(last, settings)
  if (until && message.ingestedAt.getTime() <= until.getTime()) {
    return {
      effect: 'reopen',
      caseId: last.id,
      why: last.status === 'resolved' ? 'WITHIN_GRACE' : 'WITHIN_REOPEN_WINDOW',
      until,
    }
  }
  const why = until ? 'WINDOW_OVER' : 'NO_WINDOW'
  return channel.createOnLateMessage && opensAnew(last) ? { effect: 'open', why } : { effect: 'none', why }
}

/** Spam stays closed to its sender: no new case opens by itself behind it (CC-09); everything else may begin anew. */
function opensAnew(last: Candidate): boolean {
  return last.closeReason !== 'spam'
}

function newestClosed(cases: readonly Candidate[]): Candidate | undefined {
  const closed = cases.filter(candidate => candidate.closedAt !== null)
  return closed.toSorted(
    (one, other) => other.closedAt!.getTime() - one.closedAt!.getTime() || other.number - one.number,
  )[0]
}

/** Is the grace of a resolved case over, so that the job moves it to closed (CC-21, CC-22, T13)? */
export function graceIsOver(candidate: Candidate, settings: CaseSettings, now: Date): boolean {
  if (candidate.status !== 'resolved' || !candidate.resolvedAt) return false
  return now.getTime() > after(candidate.resolvedAt, settings.graceDays * DAY).getTime()
}
