import { CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Case } from '#domain/cases/wire.ts'
import { useUsers } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { Picker } from '#web/ui/picker.tsx'
import classes from './case-details.module.css'
import { refusalOf } from './status-picker.tsx'
import { useCollaborators } from './use-collaborators.ts'

const say = words.casePage

/** Who follows the case without owning it (AS-14, AS-15). */
export function CollaboratorList({ of }: { of: Case }) {
  const people = useCollaborators(of.number)
  const users = useUsers()
  const fixed = refusalOf(of.may.work) !== undefined
  const others = users.filter(
    user => user.active && user.id !== of.assignee?.id && !of.collaborators.some(one => one.id === user.id),
  )
  const pick = (id: string) => {
    const user = others.find(one => one.id === id)
    if (user) people.add({ id: user.id, name: user.name })
  }
  return (
    <>
      {of.collaborators.map(person => (
        <div key={person.id} className={classes.person}>
          <PersonAvatar name={person.name} size={20} />
          {person.name}
          {!fixed && (
            <CloseButton
              size={22}
              iconSize={13}
              aria-label={say.removeCollaborator(person.name)}
              onClick={() => people.remove(person)}
            />
          )}
        </div>
      ))}
      {!fixed && (
        <Picker
          label={words.cases.find.person}
          options={others.map(user => ({
            value: user.id,
            label: user.name,
            mark: <PersonAvatar name={user.name} size={18} />,
          }))}
          value={null}
          onPick={pick}
        >
          <IconPlus size={13} stroke={2} aria-hidden />
          <span className={classes.empty}>{say.addCollaborator}</span>
        </Picker>
      )}
    </>
  )
}
