import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Reference } from '#domain/kernel/shapes.ts'
import { useUsers } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { PeopleSelect } from '#web/ui/people-select.tsx'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { SaveMark, SaveProblem } from '#web/ui/settings/save-state.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { useSaving } from '#web/ui/settings/use-saving.ts'
import classes from './circle-members.module.css'
import { type Circle, type CircleKind, circleKind } from './circles.ts'
import { useCircleChange } from './use-circle-change.ts'

const say = words.teamSettings.circles

/** Who is in a team or group: found and added at the top, removed one by one. Each change is saved at once. */
export function CircleMembers({ kind, circle }: { kind: CircleKind; circle: Circle }) {
  const change = useCircleChange(kind, circle.id)
  const { saving, run } = useSaving((memberIds: string[]) => change({ memberIds }))
  const users = useUsers()
  const ids = circle.members.map(one => one.id)
  const absent = users.filter(user => user.active && !ids.includes(user.id))
  return (
    <SettingsSection
      title={say.members}
      hint={circleKind(kind).words.membersHint}
      action={<SaveMark status={saving.status} />}
    >
      <div className={classes.add}>
        <SaveProblem saving={saving} />
        <PeopleSelect
          aria-label={say.addMembers}
          placeholder={say.addMembers}
          people={absent}
          value={[]}
          onChange={added => run([...ids, ...added])}
        />
      </div>
      {circle.members.length === 0 && <div className={classes.none}>{say.noMembers}</div>}
      {circle.members.map(member => (
        <Member
          key={member.id}
          member={member}
          email={users.find(user => user.id === member.id)?.email}
          onRemove={() => run(ids.filter(id => id !== member.id))}
        />
      ))}
    </SettingsSection>
  )
}

type MemberProps = { member: Reference; email: string | undefined; onRemove: () => void }

function Member({ member, email, onRemove }: MemberProps) {
  const label = say.removeMember(member.name)
  return (
    <div className={classes.member}>
      <PersonAvatar name={member.name} size={24} />
      <span className={classes.name}>{member.name}</span>
      <span className={classes.email}>{email}</span>
      <ActionIcon aria-label={label} title={label} onClick={onRemove}>
        <IconX size={15} stroke={1.7} />
      </ActionIcon>
    </div>
  )
}
