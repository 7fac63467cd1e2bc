import { type Status, statuses } from '#domain/cases/status.ts'
import type { CaseType } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import type { User } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'
import { ClearFilters } from '#web/ui/clear-filters.tsx'
import { FilterPicker } from '#web/ui/filter-picker.tsx'
import type { PickerOption } from '#web/ui/picker.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { filtersOf } from './list-query.ts'
import { assigneeOptions, priorityOptions, teamOptions, typeOptions } from './options.tsx'
import type { CasesSearch } from './search.ts'

const say = words.cases.field

/** A change of the address; undefined takes a filter away. */
export type SearchChange = Partial<Record<keyof CasesSearch, string | undefined>>

type Props = {
  search: CasesSearch
  onChange: (part: SearchChange) => void
  myId: string
  users: readonly User[]
  teams: readonly Reference[]
  types: readonly CaseType[]
  tags: readonly string[]
}

const anything: PickerOption = { value: '', label: words.caseList.buckets.any }

/** The structured filters of the list; all of them must hold (CL-13). */
export function CaseFilters(props: Props) {
  const { search, onChange } = props
  const filter = (key: keyof CasesSearch, label: string, options: PickerOption[]) => (
    <FilterPicker
      label={label}
      chosen={search[key] ? (options.find(one => one.value === search[key])?.label ?? label) : null}
      options={[anything, ...options]}
      value={(search[key] as string | undefined) ?? ''}
      onPick={value => onChange({ [key]: value || undefined })}
    />
  )
  return (
    <>
      {filter('status', say.status, statusOptions())}
      {filter('assignee', say.assignee, assigneeOptions(props.users, props.myId))}
      {filter('team', say.team, teamOptions(props.teams))}
      {filter('priority', say.priority, priorityOptions(true))}
      {filter('type', say.type, typeOptions(props.types))}
      {props.tags.length > 0 &&
        filter(
          'tag',
          say.tags,
          props.tags.map(tag => ({ value: tag, label: tag })),
        )}
      {Object.keys(filtersOf(search)).some(key => key !== 'channel' && key !== 'q') && (
        <ClearFilters onClick={() => onChange(noFilters)} />
      )}
    </>
  )
}

/** Takes all structured filters away. */
export const noFilters: SearchChange = {
  status: undefined,
  assignee: undefined,
  team: undefined,
  priority: undefined,
  type: undefined,
  tag: undefined,
  source: undefined,
}

function statusOptions(): PickerOption[] {
  return statuses.map((status: Status) => ({
    value: status,
    label: words.cases.status[status],
    mark: <StatusMark status={status} />,
  }))
}
