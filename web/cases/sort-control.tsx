import { ActionIcon, Tooltip } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { words } from '#web/platform/words.ts'
import { FilterPicker } from '#web/ui/filter-picker.tsx'
import { usualSort } from './list-query.ts'
import { type CasesSearch, sortKeys } from './search.ts'

const say = words.caseList.sort

type Props = { search: CasesSearch; onChange: (sort: string | undefined) => void }

/** By what the list is ordered, and which end comes first (CL-03, CL-04). */
export function SortControl({ search, onChange }: Props) {
  const sort = search.sort ?? usualSort
  const newest = sort.startsWith('-')
  const key = sortKeys.find(one => sort.endsWith(one)) ?? 'activity'
  const order = (by: string, down: boolean) => {
    const next = `${down ? '-' : ''}${by}`
    onChange(next === usualSort ? undefined : next)
  }
  const label = say.turn(newest)
  return (
    <>
      <FilterPicker
        label={say.label}
        idle={say[key]}
        chosen={null}
        options={sortKeys.map(value => ({ value, label: say[value] }))}
        value={key}
        onPick={value => order(value, newest)}
      />
      <Tooltip label={label}>
        <ActionIcon size={26} aria-label={label} onClick={() => order(key, !newest)}>
          {newest ? (
            <IconSortDescending size={16} stroke={1.7} />
          ) : (
            <IconSortAscending size={16} stroke={1.7} />
          )}
        </ActionIcon>
      </Tooltip>
    </>
  )
}
