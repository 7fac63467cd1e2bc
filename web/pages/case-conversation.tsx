import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { Timeline } from '#web/conversations/timeline.tsx'
import { shownEntries, timelineShows } from '#web/conversations/timeline-filter.ts'
import { useTimeline } from '#web/conversations/use-timeline.ts'
import { words } from '#web/platform/words.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { CaseComposer } from './case-composer.tsx'
import { CaseNotice } from './case-notice.tsx'
import classes from './case-page.module.css'

const route = getRouteApi('/frame/cases/$number')
const say = words.casePage

type Props = { of: Case; onStatus: (status: Exclude<Status, 'new'>) => void }

/** The middle of the page: the one timeline with its filter, and the composer below. */
export function CaseConversation({ of, onStatus }: Props) {
  const { show = 'all' } = route.useSearch()
  const { query, entries } = useTimeline(of.number)
  const [follow, setFollow] = useState(0)
  const messages = entries.flatMap(entry => (entry.entry === 'message' ? [entry.message] : []))
  const goToEnd = () => setFollow(times => times + 1)
  return (
    <>
      <TimelineFilters number={of.number} show={show} />
      {query.isError && !query.data && <ErrorState error={query.error} retry={query.refetch} />}
      {query.isPending && <SkeletonRows rows={6} height={72} />}
      {query.data && (
        <Timeline
          key={show}
          entries={shownEntries(entries, show)}
          follow={follow}
          hasEarlier={query.hasNextPage}
          loadingEarlier={query.isFetchingNextPage}
          onEarlier={() => void query.fetchNextPage()}
          onChange={() => void query.refetch()}
          top={<Description of={of} />}
          empty={say.empty[show]}
        />
      )}
      <CaseNotice of={of} onReopen={() => onStatus('open')} />
      <CaseComposer
        of={of}
        newest={messages.at(-1)?.id ?? null}
        onSent={() => void query.refetch().then(goToEnd)}
        showNewest={() => void query.refetch().then(goToEnd)}
        onReopen={() => onStatus('open')}
      />
    </>
  )
}

/** A case that was opened by hand begins with its description; others begin with the message itself. */
function Description({ of }: { of: Case }) {
  if (of.conversation !== null || of.description === '') return null
  return <div className={classes.description}>{of.description}</div>
}

function TimelineFilters({ number, show }: { number: number; show: string }) {
  return (
    <nav className={classes.filters} aria-label={say.filterLabel}>
      {timelineShows.map(one => (
        <Link
          key={one}
          to="/cases/$number"
          params={{ number: String(number) }}
          search={one === 'all' ? {} : { show: one }}
          replace
          className={classes.filter}
          aria-current={one === show ? 'true' : undefined}
          data-current={one === show || undefined}
        >
          {say.filters[one]}
        </Link>
      ))}
    </nav>
  )
}
