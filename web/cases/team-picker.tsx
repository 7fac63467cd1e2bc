import type { Case } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import { useCaseTypes, useTeams } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Picker } from '#web/ui/picker.tsx'
import { nobody, teamOptions, typeOptions } from './options.tsx'
import { refusalOf } from './status-picker.tsx'

type Props<Value> = { of: Case; onPick: (value: Value) => void; className?: string | undefined }

/** The team of the case; picking one gives it to them at once. */
export function TeamPicker({ of, onPick, className }: Props<Reference | null>) {
  const teams = useTeams()
  const refusal = refusalOf(of.may.work)
  const pick = (value: string) => {
    const team = teams.find(one => one.id === value)
    onPick(team ? { id: team.id, name: team.name } : null)
  }
  return (
    <span title={refusal}>
      <Picker
        label={words.cases.find.team}
        options={teamOptions(teams)}
        value={of.team?.id ?? nobody}
        onPick={pick}
        disabled={refusal !== undefined}
        className={className}
      >
        <span>{of.team?.name ?? words.people.noTeam}</span>
      </Picker>
    </span>
  )
}

/** The type of the case. */
export function TypePicker({ of, onPick, className }: Props<Reference>) {
  const types = useCaseTypes()
  const refusal = refusalOf(of.may.work)
  const pick = (value: string) => {
    const type = types.find(one => one.id === value)
    if (type) onPick({ id: type.id, name: type.name })
  }
  return (
    <span title={refusal}>
      <Picker
        label={words.cases.find.type}
        options={typeOptions(types)}
        value={of.type.id}
        onPick={pick}
        disabled={refusal !== undefined}
        className={className}
      >
        <span>{of.type.name}</span>
      </Picker>
    </span>
  )
}
