import { all, no, type Verdict, yes } from '#domain/kernel/verdict.ts'
import { reaches } from '#domain/people/access-level.ts'
import { type Actor, holds, needs, needsLevel } from '#domain/people/actor.ts'
import type { PeopleRefusal } from '#domain/people/refusals.ts'
import type { CaseFacts } from './facts.ts'
import type { CaseRefusal } from './refusals.ts'
import type { CaseSettings } from './settings.ts'
import { isActive } from './status.ts'

type Refusal = CaseRefusal | PeopleRefusal

/** What decides who may see a case. */
export type CaseSight = Pick<
  CaseFacts,
  'channelId' | 'teamId' | 'assigneeId' | 'assignedById' | 'collaboratorIds'
>

/**
 * May the actor see this case at all (PR-02, PR-04, PR-14, PR-17)? A no is answered as "not found".
 * server/cases/find-visible.ts says the same in SQL; a property test holds the two together.
 */
export function maySeeCase(actor: Actor, facts: CaseSight): boolean {
  if (!holds(actor, 'cases.manage')) return false
  if (!reaches(actor.channelLevels[facts.channelId], 'read_only')) return false
  return holds(actor, 'cases.viewAll') || concerns(actor, facts)
}

function concerns(actor: Actor, facts: CaseSight): boolean {
  return (
    facts.assigneeId === actor.userId ||
    facts.assignedById === actor.userId ||
    (facts.teamId !== null && actor.teamIds.includes(facts.teamId)) ||
    facts.collaboratorIds.includes(actor.userId) ||
    actor.memberOfChannels.includes(facts.channelId)
  )
}

/** May the actor open a case in this channel (PR-02, AX-15)? */
export function mayCreateCase(actor: Actor, channelId: string): Verdict<Refusal> {
  return all<Refusal>(needs(actor, 'cases.create'), needsLevel(actor, channelId, 'read_only'))
}

/** May the actor change the status (SPEC §3.5)? On Care cases only the assignee, unless the policy is relaxed. */
export function mayChangeStatus(actor: Actor, facts: CaseFacts, settings: CaseSettings): Verdict<Refusal> {
  if (!maySeeCase(actor, facts)) return no('CASE_NOT_FOUND')
  if (facts.closeReason === 'merged') return no('MERGED')
  const assignedOnly = facts.careOrigin && settings.careStatusPolicy === 'assignedOnly'
  return assignedOnly && facts.assigneeId !== actor.userId ? no('NOT_ASSIGNED') : yes
}

/** May the actor edit fields, tags and priority, assign, comment (CF-17, AS-04, ACT-08)? */
export function mayWorkCase(actor: Actor, facts: CaseFacts): Verdict<Refusal> {
  if (!maySeeCase(actor, facts)) return no('CASE_NOT_FOUND')
  return facts.closeReason === 'merged' ? no('MERGED') : yes
}

/** May the actor claim it (AS-11, AS-13)? */
export function mayClaimCase(actor: Actor, facts: CaseFacts): Verdict<Refusal> {
  if (!maySeeCase(actor, facts)) return no('CASE_NOT_FOUND')
  if (facts.assigneeId !== null) return no('ALREADY_CLAIMED')
  if (facts.status !== 'new') return no('NOT_CLAIMABLE')
  return facts.teamId !== null && actor.teamIds.includes(facts.teamId) ? yes : no('NOT_CLAIMABLE')
}

/** May the actor answer the customer from this case (AX-15, CC-03, D-17)? Closed cases are reopened first. */
export function mayReplyInCase(actor: Actor, facts: CaseFacts): Verdict<Refusal> {
  const working = mayWorkCase(actor, facts)
  if (!working.ok) return working
  if (!isActive(facts.status)) return no('CASE_CLOSED')
  return needsLevel(actor, facts.channelId, 'can_reply')
}

/** May the actor delete it (PR-16, BK-15)? */
export function mayDeleteCase(actor: Actor, facts: CaseFacts): Verdict<Refusal> {
  return maySeeCase(actor, facts) ? needs(actor, 'cases.delete') : no('CASE_NOT_FOUND')
}

/** All verdicts about one case, as they go out in its `may`. */
export function verdictsOn(actor: Actor, facts: CaseFacts, settings: CaseSettings) {
  return {
    changeStatus: mayChangeStatus(actor, facts, settings),
    work: mayWorkCase(actor, facts),
    claim: mayClaimCase(actor, facts),
    reply: mayReplyInCase(actor, facts),
    delete: mayDeleteCase(actor, facts),
  }
}
