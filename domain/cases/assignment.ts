import { no, type Verdict, yes } from '#domain/kernel/verdict.ts'
import { type AccessLevel, reaches } from '#domain/people/access-level.ts'
import type { CaseRefusal } from './refusals.ts'
import type { CaseSettings } from './settings.ts'

type Person = {
  id: string
  name: string
  active: boolean
  worksCases: boolean
  level: AccessLevel
  inGroup: boolean
}

/** May this person be given a case of the channel (AS-26, AX-01, AX-10)? */
export function mayBeAssigned(person: Person, settings: CaseSettings): Verdict<CaseRefusal> {
  const who = { userId: person.id, name: person.name }
  if (!person.active || !person.worksCases) return no('ASSIGNEE_CANNOT_WORK_CASES', who)
  if (!settings.crossGroupAssignments && !person.inGroup) return no('ASSIGNEE_OUTSIDE_GROUP', who)
  return reaches(person.level, 'read_only') ? yes : no('ASSIGNEE_NO_ACCESS', who)
}

/** May a team be given a case of the channel: one member who can read it is enough (AX-02, AX-05, AS-06). */
export function mayTeamBeAssigned(teamId: string, members: readonly Person[]): Verdict<CaseRefusal> {
  const able = members.some(
    member => member.active && member.worksCases && reaches(member.level, 'read_only'),
  )
  return able ? yes : no('TEAM_NO_ACCESS', { teamId })
}
