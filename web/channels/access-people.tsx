import type { AccessEntry, Channel } from '#domain/channels/wire.ts'
import { type AccessLevel, reaches } from '#domain/people/access-level.ts'
import { rolesWithAllChannels } from '#domain/people/permissions.ts'
import type { User } from '#domain/people/wire.ts'
import { useUsers } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { PeopleSelect } from '#web/ui/people-select.tsx'
import { SaveProblem } from '#web/ui/settings/save-state.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { useSaving } from '#web/ui/settings/use-saving.ts'
import { levelOf, listedRoles } from './access.ts'
import classes from './access-people.module.css'
import { LevelSetting } from './level-setting.tsx'
import { useAccessChange } from './use-access.ts'

const say = words.channels.access

type Props = { channel: Channel; entries: readonly AccessEntry[] }

/** The people entered by name, each with a level, and the field that enters another one. */
export function AccessPeople({ channel, entries }: Props) {
  const users = useUsers()
  const named = entries.flatMap(({ subject, level }) =>
    subject.kind === 'user' ? [{ userId: subject.userId, level }] : [],
  )
  return (
    <SettingsSection title={say.people} hint={say.peopleHint}>
      <AddPerson channel={channel} users={users} present={named.map(one => one.userId)} />
      {named.length === 0 && <div className={classes.none}>{say.nobody}</div>}
      {named.map(({ userId, level }) => {
        const user = users.find(one => one.id === userId)
        const name = user?.name ?? say.unknownPerson
        return (
          <LevelSetting
            key={userId}
            channelId={channel.id}
            subject={{ kind: 'user', userId }}
            level={level}
            label={name}
            hint={user && byRole(user, level, entries)}
            removable={name}
          />
        )
      })}
    </SettingsSection>
  )
}

/** Says where the role already gives as much, so that the entry changes nothing. */
function byRole(user: User, level: AccessLevel, entries: readonly AccessEntry[]): string {
  const role = listedRoles.find(one => one === user.role)
  if (!role) return user.email
  const given = levelOf(entries, { kind: 'role', role })
  if (given === 'no_access' || !reaches(given, level)) return user.email
  return say.alreadyByRole(words.people.roles[role], words.channels.levels[given].name)
}

type AddProps = { channel: Channel; users: readonly User[]; present: readonly string[] }

function AddPerson({ channel, users, present }: AddProps) {
  const change = useAccessChange(channel.id)
  const { saving, run } = useSaving((userId: string) =>
    change({ subject: { kind: 'user', userId }, level: 'read_only' }),
  )
  const open = users.filter(
    user => user.active && !present.includes(user.id) && !rolesWithAllChannels.includes(user.role),
  )
  return (
    <div className={classes.add}>
      <SaveProblem saving={saving} />
      <PeopleSelect
        aria-label={say.add}
        placeholder={say.add}
        people={open}
        value={[]}
        onChange={([userId]) => userId !== undefined && run(userId)}
      />
    </div>
  )
}
