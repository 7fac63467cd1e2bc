import { Button, Group } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import type { CaseRow } from '#domain/cases/wire.ts'
import { noFilters } from '#web/cases/case-filters.tsx'
import { CaseRowView } from '#web/cases/case-row-view.tsx'
import { filtersOf, usualView } from '#web/cases/list-query.ts'
import type { CasesSearch } from '#web/cases/search.ts'
import { idOf } from '#web/cases/use-case-list.ts'
import type { LiveList } from '#web/platform/live-list.ts'
import { words } from '#web/platform/words.ts'
import { RowList } from '#web/ui/row-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { useSearchChange } from './cases-head.tsx'

type Props = {
  list: LiveList<CaseRow>
  search: CasesSearch
  cursor: string | null
  place: string
  rowHeight: number
  onPoint: (row: CaseRow) => void
}

/** The rows of the case list, or why there are none. */
export function CasesRows({ list, search, cursor, place, rowHeight, onPoint }: Props) {
  if (list.state === 'loading') return <SkeletonRows rows={16} height={rowHeight} />
  if (list.state === 'failed') return <ErrorState error={list.error} retry={list.retry} />
  if (list.rows.length === 0) return <NoCases search={search} />
  return (
    <RowList
      {...list}
      key={rowHeight}
      label={words.caseList.label}
      rowHeight={rowHeight}
      idOf={idOf}
      cursor={cursor}
      place={`cases ${place}`}
      render={(row, current) => <CaseRowView row={row} current={current} onPoint={onPoint} />}
    />
  )
}

function NoCases({ search }: { search: CasesSearch }) {
  const change = useSearchChange()
  const say = words.caseList.empty
  const icon = <IconStack2 size={28} stroke={1.4} />
  const filtered = Object.keys(filtersOf(search)).some(key => key !== 'channel')
  if (!filtered) {
    const mine = (search.view ?? usualView) === 'mine'
    return (
      <EmptyState icon={icon} title={mine ? say.mine : say.some} hint={mine ? say.mineHint : say.someHint} />
    )
  }
  const actions = (
    <Group gap="xs" justify="center">
      <Button variant="default" onClick={() => change({ ...noFilters, q: undefined })}>
        {say.clear}
      </Button>
      {search.q && (
        <Button variant="default" onClick={() => change({ ...noFilters, view: 'all', bucket: 'any' })}>
          {say.everywhere}
        </Button>
      )}
    </Group>
  )
  return <EmptyState icon={icon} title={say.filtered} hint={say.filteredHint} action={actions} />
}
