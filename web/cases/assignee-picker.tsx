import type { ComboboxStore } from '@mantine/core'
import type { Case } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import { useUsers } from '#web/platform/directory.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { Picker } from '#web/ui/picker.tsx'
import { assigneeOptions, nobody } from './options.tsx'
import { refusalOf } from './status-picker.tsx'

type Props = {
  of: Case
  onPick: (person: Reference | null) => void
  store?: ComboboxStore
  className?: string | undefined
}

/** Who takes care of the case; picking somebody assigns at once (AS-04, AS-26). */
export function AssigneePicker({ of, onPick, store, className }: Props) {
  const me = useMe()
  const users = useUsers()
  const refusal = refusalOf(of.may.work)
  const pick = (value: string) => {
    const person = users.find(user => user.id === value)
    onPick(value === nobody || !person ? null : { id: person.id, name: person.name })
  }
  return (
    <span title={refusal}>
      <Picker
        label={words.cases.find.person}
        options={assigneeOptions(users, me.id)}
        value={of.assignee?.id ?? nobody}
        onPick={pick}
        disabled={refusal !== undefined}
        {...(store ? { store } : {})}
        className={className}
      >
        <PersonAvatar name={of.assignee?.name ?? null} size={18} />
        <span>{of.assignee?.name ?? words.people.unassigned}</span>
      </Picker>
    </span>
  )
}
