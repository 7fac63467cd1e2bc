import type { Reference } from '#domain/kernel/shapes.ts'
import { words } from '#web/platform/words.ts'
import { ClearFilters } from '#web/ui/clear-filters.tsx'
import { FilterPicker } from '#web/ui/filter-picker.tsx'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import type { InboxSearch } from './search.ts'

const say = words.inbox.filters

type Props = {
  search: InboxSearch
  onChange: (part: Partial<Record<keyof InboxSearch, string | undefined>>) => void
  channels: readonly Reference[]
  /** The people whose cases can be filtered for (IN-13). */
  people: readonly Reference[]
}

/** Channel, Cases filter (IN-08 to IN-12), and whether to show completed messages. */
export function InboxFilters({ search, onChange, channels, people }: Props) {
  const channel = channels.find(one => one.id === search.channel)
  const active = search.channel || search.cases || search.assignees || search.completed
  const completed = search.completed ?? 'no'
  return (
    <>
      <FilterPicker
        label={say.channel}
        chosen={search.channel ? (channel?.name ?? say.channel) : null}
        options={[
          { value: '', label: say.allChannels },
          ...channels.map(one => ({ value: one.id, label: one.name })),
        ]}
        value={search.channel ?? ''}
        onPick={value => onChange({ channel: value || undefined })}
      />
      <CasesFilter search={search} onChange={onChange} people={people} />
      <FilterPicker
        label={say.completedLabel}
        idle={say.completed.no}
        chosen={completed === 'no' ? null : say.completed[completed]}
        options={(['no', 'yes', 'any'] as const).map(value => ({ value, label: say.completed[value] }))}
        value={completed}
        onPick={value => onChange({ completed: value === 'no' ? undefined : value })}
      />
      {active && (
        <ClearFilters
          onClick={() =>
            onChange({ channel: undefined, cases: undefined, assignees: undefined, completed: undefined })
          }
        />
      )}
    </>
  )
}

const everybody = 'everybody'

function CasesFilter({ search, onChange, people }: Omit<Props, 'channels'>) {
  const chosen = search.assignees?.split(',') ?? []
  const pick = (value: string) => {
    if (value === 'any') return onChange({ cases: undefined, assignees: undefined })
    if (value === 'with' || value === 'without') return onChange({ cases: value, assignees: undefined })
    if (value === everybody)
      return onChange({ cases: undefined, assignees: people.map(one => one.id).join(',') })
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
    onChange({ cases: undefined, assignees: next.join(',') || undefined })
  }
  const options = [
    ...(['any', 'without', 'with'] as const).map(value => ({ value, label: say[value] })),
    { value: everybody, label: say.allAssignees, group: say.byAssignee },
    ...people.map(one => ({
      value: one.id,
      label: one.name,
      group: say.byAssignee,
      mark: <PersonAvatar name={one.name} size={18} />,
    })),
  ]
  return (
    <FilterPicker
      label={say.cases}
      chosen={chosenWords(search, chosen, people)}
      options={options}
      value={chosen.length > 0 ? chosen : [search.cases ?? 'any']}
      several
      onPick={pick}
    />
  )
}

function chosenWords(search: InboxSearch, chosen: string[], people: readonly Reference[]): string | null {
  if (chosen.length === 1) return people.find(one => one.id === chosen[0])?.name ?? say.assignees(1)
  if (chosen.length > 1)
    return chosen.length === people.length ? say.allAssignees : say.assignees(chosen.length)
  return search.cases && search.cases !== 'any' ? say[search.cases] : null
}
