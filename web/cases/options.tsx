import { type Priority, priorities } from '#domain/cases/priority.ts'
import type { CaseType } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import type { User } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import type { PickerOption } from '#web/ui/picker.tsx'
import { PriorityMark } from '#web/ui/priority-mark.tsx'

/** Picker value of "nobody" and "no team". */
export const nobody = 'none'

/** People who may be given cases (AS-26), me first, with Nobody on top. */
export function assigneeOptions(users: readonly User[], myId: string): PickerOption[] {
  const able = users.filter(user => user.active && user.worksCases)
  const mine = able.filter(user => user.id === myId)
  const others = able
    .filter(user => user.id !== myId)
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return [
    { value: nobody, label: words.people.unassigned, mark: <PersonAvatar name={null} size={18} /> },
    ...[...mine, ...others].map(user => ({
      value: user.id,
      label: user.name,
      mark: <PersonAvatar name={user.name} size={18} />,
      hint: user.id === myId ? words.people.you : undefined,
    })),
  ]
}

/** Teams, with No team on top. */
export function teamOptions(teams: readonly Reference[]): PickerOption[] {
  return [
    { value: nobody, label: words.people.noTeam },
    ...teams.map(team => ({ value: team.id, label: team.name })),
  ]
}

/** Case types. */
export function typeOptions(types: readonly CaseType[]): PickerOption[] {
  return types.map(type => ({ value: type.id, label: type.name }))
}

/** Priorities, most pressing first; Very high only where the workspace uses it (CF-15). */
export function priorityOptions(veryHigh: boolean, present?: Priority): PickerOption[] {
  return priorities
    .filter(priority => priority !== 'very_high' || veryHigh || present === 'very_high')
    .toReversed()
    .map(priority => ({
      value: priority,
      label: words.cases.priority[priority],
      mark: <PriorityMark priority={priority} />,
    }))
}
