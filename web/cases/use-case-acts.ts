import { decideStep } from '#domain/cases/lifecycle.ts'
import type { Priority } from '#domain/cases/priority.ts'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import { tell, tellWithUndo } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { assignCase, type CaseChange, changeCase, changeStatus, claimCase } from './api.ts'
import { useCaseChange } from './use-case-change.ts'

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
  const edit = (part: Omit<CaseChange, 'version'>, guess: Partial<Case>) =>
    change.mutate({ guess: () => guess, send: version => changeCase(number, { version, ...part }) })
  return {
    busy: change.isPending,
    setStatus,
    /** Chooses a status and offers to take it back. */
    move: (from: Status, to: Chosen, reason?: string) => {
      const back: Chosen = from === 'new' ? 'open' : from
      const undo = () => setStatus(back)
      setStatus(to, reason, () => tellWithUndo(words.casePage.moved(words.cases.status[to]), undo))
    },
    assign: (assignee: Reference | null) =>
      change.mutate({
        guess: before => guessAssignee(before, assignee),
        send: version => assignCase(number, { version, assigneeId: assignee?.id ?? null }),
      }),
    setTeam: (team: Reference | null) =>
      change.mutate({
        guess: () => ({ team }),
        send: version => assignCase(number, { version, teamId: team?.id ?? null }),
      }),
    claim: () =>
      change.mutate({
        guess: before => guessAssignee(before, me),
        send: () => claimCase(number),
        done: () => tell(words.casePage.claimed),
      }),
    setPriority: (priority: Priority) => edit({ priority }, { priority }),
    setType: (type: Reference) => edit({ typeId: type.id }, { type }),
    setTags: (tags: string[]) => edit({ tags }, { tags }),
    setDeadline: (deadlineAt: string | null) => edit({ deadlineAt }, { deadlineAt }),
    setSubject: (subject: string) => edit({ subject }, { subject }),
    setDescription: (description: string) => edit({ description }, { description }),
  }
}
/** The acts on one case. */
export type CaseActs = ReturnType<typeof useCaseActs>
