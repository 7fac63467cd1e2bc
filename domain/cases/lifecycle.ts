import { no, type Verdict, yesWith } from '#domain/kernel/verdict.ts'
import type { CaseRefusal } from './refusals.ts'
import { activeStatuses, type CloseReason, isActive, type Status } from './status.ts'

/** Everything that can move a case from one status to another (SPEC §3.3). */
export type Act =
  | { kind: 'assign' }
  | { kind: 'unassign' }
  | { kind: 'choose'; to: Exclude<Status, 'new'> }
  | { kind: 'customer_wrote' }
  | { kind: 'reopen_for_message' }
  | { kind: 'went_quiet' }
  | { kind: 'grace_over' }
  | { kind: 'duplicate_of' }
  | { kind: 'merged_into' }

/** What a case must show for its lifecycle to be decided. */
export type Standing = { status: Status; closeReason: CloseReason | null; assigned: boolean }

/** A decided step: where the case goes and what that means for its clocks. */
export type Step = {
  /** The row of SPEC §3.3 that allowed it, for "why?". */
  transition: string
  status: Status
  closeReason: CloseReason | null
  /** Does this start the inactivity timer anew (SPEC §4)? */
  resetsTimer: boolean
  /** Did the case leave the closed group (reopenCount, CV-04)? */
  reopens: boolean
  /** Did it enter the closed group? */
  closes: boolean
}

type Destination = Status | 'owner_or_queue' | 'chosen'
type Row = {
  id: string
  act: Act['kind']
  from: readonly Status[]
  /** For `choose`: the statuses asked for that this row answers. */
  asked?: readonly Status[]
  to: Destination
  closeReason?: CloseReason
  resetsTimer: boolean
}

const active: readonly Status[] = activeStatuses
const owned: readonly Status[] = ['open', 'waiting', 'on_hold']
const closedGroup: readonly Status[] = ['resolved', 'closed', 'spam', 'canceled']

/** The machine, one row per transition. The first row that fits decides. T1 and T2 are births: see `firstStatus`. */
const table: readonly Row[] = [
  { id: 'T3', act: 'assign', from: ['new'], to: 'open', resetsTimer: false },
  { id: 'T4', act: 'unassign', from: owned, to: 'new', resetsTimer: false },
  { id: 'T5', act: 'choose', from: active, asked: owned, to: 'chosen', resetsTimer: true },
  { id: 'T6', act: 'customer_wrote', from: ['waiting'], to: 'owner_or_queue', resetsTimer: true },
  {
    id: 'T7',
    act: 'choose',
    from: active,
    asked: ['resolved'],
    to: 'resolved',
    closeReason: 'done',
    resetsTimer: true,
  },
  {
    id: 'T8',
    act: 'choose',
    from: active,
    asked: ['closed'],
    to: 'closed',
    closeReason: 'manual',
    resetsTimer: true,
  },
  { id: 'T9', act: 'went_quiet', from: active, to: 'closed', closeReason: 'inactivity', resetsTimer: true },
  {
    id: 'T10',
    act: 'choose',
    from: [...active, 'resolved', 'closed'],
    asked: ['spam'],
    to: 'spam',
    closeReason: 'spam',
    resetsTimer: true,
  },
  {
    id: 'T11',
    act: 'choose',
    from: active,
    asked: ['canceled'],
    to: 'canceled',
    closeReason: 'canceled',
    resetsTimer: true,
  },
  { id: 'T12', act: 'duplicate_of', from: active, to: 'closed', closeReason: 'duplicate', resetsTimer: true },
  { id: 'T12', act: 'merged_into', from: active, to: 'closed', closeReason: 'merged', resetsTimer: true },
  { id: 'T13', act: 'grace_over', from: ['resolved'], to: 'closed', closeReason: 'done', resetsTimer: false },
  {
    id: 'T13',
    act: 'choose',
    from: ['resolved'],
    asked: ['closed'],
    to: 'closed',
    closeReason: 'done',
    resetsTimer: true,
  },
  { id: 'T14', act: 'reopen_for_message', from: ['resolved'], to: 'owner_or_queue', resetsTimer: true },
  { id: 'T15', act: 'reopen_for_message', from: ['closed'], to: 'owner_or_queue', resetsTimer: true },
  { id: 'T16', act: 'choose', from: closedGroup, asked: ['open'], to: 'owner_or_queue', resetsTimer: true },
  {
    id: 'T16',
    act: 'choose',
    from: closedGroup,
    asked: ['waiting', 'on_hold'],
    to: 'chosen',
    resetsTimer: true,
  },
]

/** The status a case is born with (T1, T2). */
export function firstStatus(assigned: boolean): Status {
  return assigned ? 'open' : 'new'
}

/**
 * What an act does to a case: a step, `null` when nothing changes (ST-14; assigning in the closed group,
 * AS-09; a message on a case that is not waiting, ST-13), or the refusal that forbids it.
 * Who may act is not decided here: see permissions.ts.
 */
export function decideStep(standing: Standing, act: Act): Verdict<CaseRefusal, Step | null> {
  if (act.kind === 'choose' && act.to === standing.status) return yesWith(null)
  if (standing.closeReason === 'merged' && act.kind === 'choose') return no('MERGED')
  const row = table.find(candidate => fits(candidate, standing, act))
  if (row) return yesWith(stepOf(row, standing, act))
  if (act.kind === 'choose') return no('STATUS_NOT_REACHABLE', { from: standing.status, to: act.to })
  return yesWith(null)
}

/** The statuses that may be chosen by hand from here, in the order of the status control. */
export function choosable(standing: Standing): Exclude<Status, 'new'>[] {
  const asked = [...owned, ...closedGroup] as Exclude<Status, 'new'>[]
  return asked.filter(to => {
    const verdict = decideStep(standing, { kind: 'choose', to })
    return verdict.ok && verdict.value !== null
  })
}

function fits(row: Row, standing: Standing, act: Act): boolean {
  if (row.act !== act.kind || !row.from.includes(standing.status)) return false
  return act.kind !== 'choose' || (row.asked?.includes(act.to) ?? false)
}

function stepOf(row: Row, standing: Standing, act: Act): Step {
  const status = destination(row.to, standing, act)
  const wasActive = isActive(standing.status)
  return {
    transition: row.id,
    status,
    closeReason: isActive(status) ? null : (row.closeReason ?? standing.closeReason),
    resetsTimer: row.resetsTimer,
    reopens: !wasActive && isActive(status),
    closes: wasActive && !isActive(status),
  }
}

function destination(to: Destination, standing: Standing, act: Act): Status {
  if (to === 'owner_or_queue') return firstStatus(standing.assigned)
  if (to === 'chosen') return act.kind === 'choose' ? act.to : standing.status
  return to
}
