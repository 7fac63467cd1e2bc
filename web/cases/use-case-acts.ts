import { decideStep } from '#domain/cases/lifecycle.ts'
import type { Priority } from '#domain/cases/priority.ts'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import { tell, tellWithUndo } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { assignCase, type CaseChange, changeCase, changeStatus, claimCase } from './api.ts'
import { type CaseAct, useCaseChange } from './use-case-change.ts'

type Chosen = Exclude<Status, 'new'>

/** The standing that the rules of the lifecycle look at. */
export function standingOf(one: Case) {
  return { status: one.status, closeReason: one.closeReason, assigned: one.assignee !== null }
}

/** Where the same rules as on the server say a chosen status leads. */
function guessStatus(before: Case, to: Chosen): Partial<Case> {
  const verdict = decideStep(standingOf(before), { kind: 'choose', to })
  if (!verdict.ok || verdict.value === null) return {}
  return { status: verdict.value.status, closeReason: verdict.value.closeReason }
}

function guessAssignee(before: Case, assignee: Reference | null): Partial<Case> {
  const verdict = decideStep(standingOf(before), { kind: assignee ? 'assign' : 'unassign' })
  const step = verdict.ok ? verdict.value : null
  return { assignee, ...(step ? { status: step.status } : {}) }
}

/** Everything a person can change on a case; each act saves at once (CF-16). */
export function useCaseActs(number: number, me: Reference) {
  const change = useCaseChange(number)
  const setStatus = (status: Chosen, reason?: string, done?: () => void) =>
    change.mutate({
      guess: before => guessStatus(before, status),
      send: version => changeStatus(number, { version, status, ...(reason ? { reason } : {}) }),
      ...(done ? { done } : {}),
    })
  return {
    ...editActs(number, change.mutate),
    ...ownerActs(number, me, change.mutate),
    /** Chooses a status and offers to take it back. */
    move: (from: Status, to: Chosen, reason?: string) => {
      const back: Chosen = from === 'new' ? 'open' : from
      const undo = () => setStatus(back)
      setStatus(to, reason, () => tellWithUndo(words.casePage.moved(words.cases.status[to]), undo))
    },
  }
}
/** The acts on one case. */
export type CaseActs = ReturnType<typeof useCaseActs>

type Change = (act: CaseAct) => void

function ownerActs(number: number, me: Reference, change: Change) {
  return {
    assign: (assignee: Reference | null) =>
      change({
        guess: before => guessAssignee(before, assignee),
        send: version => assignCase(number, { version, assigneeId: assignee?.id ?? null }),
      }),
    setTeam: (team: Reference | null) =>
      change({
        guess: () => ({ team }),
        send: version => assignCase(number, { version, teamId: team?.id ?? null }),
      }),
    claim: () =>
      change({
        guess: before => guessAssignee(before, me),
        send: () => claimCase(number),
        done: () => tell(words.casePage.claimed),
      }),
  }
}

function editActs(number: number, change: Change) {
  const edit = (part: Omit<CaseChange, 'version'>, guess: Partial<Case>) =>
    change({ guess: () => guess, send: version => changeCase(number, { version, ...part }) })
  return {
    setPriority: (priority: Priority) => edit({ priority }, { priority }),
    setType: (type: Reference) => edit({ typeId: type.id }, { type }),
    setTags: (tags: string[]) => edit({ tags }, { tags }),
    setDeadline: (deadlineAt: string | null) => edit({ deadlineAt }, { deadlineAt }),
    setSubject: (subject: string) => edit({ subject }, { subject }),
    setDescription: (description: string) => edit({ description }, { description }),
  }
}
