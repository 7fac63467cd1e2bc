import { Title } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { InboxFilters } from '#web/inbox/inbox-filters.tsx'
import { InboxRowView } from '#web/inbox/inbox-row-view.tsx'
import type { InboxSearch } from '#web/inbox/search.ts'
import { idOf } from '#web/inbox/use-inbox.ts'
import { useCommands } from '#web/platform/commands.ts'
import { useCaseAssignees, useChannels } from '#web/platform/directory.ts'
import type { LiveList } from '#web/platform/live-list.ts'
import { words } from '#web/platform/words.ts'
import { FreshPill } from '#web/ui/fresh-pill.tsx'
import pane from '#web/ui/list-pane.module.css'
import { RowList } from '#web/ui/row-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import classes from './inbox-list-pane.module.css'

const route = getRouteApi('/frame/inbox')
const rowHeight = 70

type Props = { list: LiveList<InboxRow>; search: InboxSearch; onHover: (row: InboxRow) => void }

/** The list of the inbox with its filters above. */
export function InboxListPane({ list, search, onHover }: Props) {
  const navigate = route.useNavigate()
  const channels = useChannels()
  const people = useCaseAssignees()
  const { groups, commands } = words
  const refresh = () => void list.refresh()
  useCommands([{ id: 'list-refresh', group: groups.list, title: commands.refresh, keys: 'u', run: refresh }])
  return (
    <section className={`${pane.pane} ${classes.pane}`} aria-label={words.inbox.title}>
      <div className={pane.head}>
        <Title order={1} className={pane.title ?? ''}>
          {words.inbox.title}
        </Title>
        <InboxFilters
          search={search}
          onChange={part => void navigate({ search: before => without({ ...before, ...part }) })}
          channels={channels}
          people={people}
        />
      </div>
      <FreshPill label={list.fresh > 0 ? words.inbox.fresh(list.fresh) : null} onClick={refresh} />
      <Rows list={list} search={search} onHover={onHover} />
    </section>
  )
}

/** The address without filters that are off. */
function without(search: Partial<Record<keyof InboxSearch, string | undefined>>): InboxSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as InboxSearch
}

function Rows({ list, search, onHover }: Props) {
  const { message = null, ...filters } = search
  if (list.state === 'loading') return <SkeletonRows rows={12} height={rowHeight} />
  if (list.state === 'failed') return <ErrorState error={list.error} retry={list.retry} />
  const say = words.inbox.empty
  if (list.rows.length === 0) {
    const filtered = Object.keys(filters).length > 0
    return (
      <EmptyState
        icon={<IconInbox size={28} stroke={1.4} />}
        title={filtered ? say.filtered : say.title}
        hint={filtered ? say.filteredHint : say.hint}
      />
    )
  }
  return (
    <RowList
      {...list}
      label={words.inbox.list}
      rowHeight={rowHeight}
      idOf={idOf}
      cursor={message}
      place={`inbox ${JSON.stringify(filters)}`}
      render={(row, current) => <InboxRowView row={row} current={current} onHover={onHover} />}
    />
  )
}
