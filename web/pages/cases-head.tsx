import { Button, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CaseRow } from '#domain/cases/wire.ts'
import { BucketTabs } from '#web/cases/bucket-tabs.tsx'
import { CaseFilters, type SearchChange } from '#web/cases/case-filters.tsx'
import { type CaseView, viewOptions } from '#web/cases/case-views.tsx'
import { type CasesSearch, readCasesSearch } from '#web/cases/search.ts'
import { SearchField } from '#web/cases/search-field.tsx'
import { SortControl } from '#web/cases/sort-control.tsx'
import { useCaseCounts } from '#web/cases/use-case-list.ts'
import { useCommands } from '#web/platform/commands.ts'
import { useCaseTypes, useDeskChannels, useTags, useTeams, useUsers } from '#web/platform/directory.ts'
import type { LiveList } from '#web/platform/live-list.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { FilterPicker } from '#web/ui/filter-picker.tsx'
import { FreshPill } from '#web/ui/fresh-pill.tsx'
import pane from '#web/ui/list-pane.module.css'
import classes from './cases-page.module.css'

const route = getRouteApi('/frame/cases')
const say = words.caseList

type Props = {
  list: LiveList<CaseRow>
  views: readonly CaseView[]
  view: CaseView | undefined
  onCreate: () => void
}

/** Above the list: view, tabs with counters, search, New case; below them the filters and the order. */
export function CasesHead({ list, views, view, onCreate }: Props) {
  const search = route.useSearch()
  const change = useSearchChange()
  const counts = useCaseCounts(search)
  return (
    <>
      <div className={pane.head}>
        <Title order={1} className={`${pane.title} ${classes.title}`}>
          {view?.label ?? words.cases.title}
        </Title>
        <ViewPicker views={views} view={view} />
        <BucketTabs search={search} counts={counts} />
        <HeadActions list={list} search={search} onChange={change} onCreate={onCreate} />
      </div>
      <div className={classes.filters}>
        <Filters search={search} onChange={change} />
        <div className={classes.order}>
          <SortControl search={search} onChange={sort => change({ sort })} />
        </div>
      </div>
      <FreshPill label={list.fresh > 0 ? say.fresh(list.fresh) : null} onClick={() => void list.refresh()} />
    </>
  )
}

/** Changes the address by some filters; the list follows the address. */
export function useSearchChange(): (part: SearchChange) => void {
  const navigate = route.useNavigate()
  return part => void navigate({ search: before => readCasesSearch({ ...before, ...part }) })
}

function Filters({ search, onChange }: { search: CasesSearch; onChange: (part: SearchChange) => void }) {
  const me = useMe()
  const lists = { users: useUsers(), teams: useTeams(), types: useCaseTypes(), tags: useTags() }
  return <CaseFilters search={search} onChange={onChange} myId={me.id} {...lists} />
}

function ViewPicker({ views, view }: Pick<Props, 'views' | 'view'>) {
  const navigate = route.useNavigate()
  return (
    <div className={classes.view}>
      <FilterPicker
        label={say.pickView}
        idle={view?.label ?? words.cases.title}
        chosen={null}
        options={viewOptions(views)}
        value={view?.id ?? null}
        onPick={id => void navigate({ search: views.find(one => one.id === id)?.search ?? {} })}
      />
    </div>
  )
}

type ActionProps = {
  list: LiveList<CaseRow>
  search: CasesSearch
  onChange: (part: SearchChange) => void
  onCreate: () => void
}

function HeadActions({ list, search, onChange, onCreate }: ActionProps) {
  const input = useRef<HTMLInputElement>(null)
  const desks = useDeskChannels()
  const { groups, commands } = words
  const refusal = desks.length === 0 ? words.cases.create.noDeskHint : undefined
  useCommands([
    {
      id: 'search',
      group: groups.list,
      title: say.search,
      keys: '/',
      quiet: true,
      run: () => input.current?.focus(),
    },
    {
      id: 'list-refresh',
      group: groups.list,
      title: commands.refresh,
      keys: 'u',
      run: () => void list.refresh(),
    },
    { id: 'new-case', group: groups.list, title: say.newCase, keys: 'n', refusal, run: onCreate },
  ])
  return (
    <>
      <div className={`${pane.push} ${classes.find}`}>
        <SearchField value={search.q ?? ''} onChange={q => onChange({ q })} inputRef={input} />
      </div>
      {desks.length > 0 && (
        <Button
          className={classes.create ?? ''}
          leftSection={<IconPlus size={15} stroke={2} />}
          onClick={onCreate}
        >
          {say.newCase}
        </Button>
      )}
    </>
  )
}
