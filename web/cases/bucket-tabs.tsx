import { Link } from '@tanstack/react-router'
import type { CaseCounts } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import classes from './bucket-tabs.module.css'
import { usualBucket } from './list-query.ts'
import type { CasesSearch } from './search.ts'

const say = words.caseList
const tabs = ['open', 'on_hold', 'closed', 'any'] as const

/** Open, On hold, Closed, All, with the counters of this view and these filters (CL-06, CL-07). */
export function BucketTabs({ search, counts }: { search: CasesSearch; counts: CaseCounts | undefined }) {
  const current = search.status ? null : (search.bucket ?? usualBucket)
  return (
    <nav className={classes.tabs} aria-label={say.bucketsLabel}>
      {tabs.map(bucket => (
        <Link
          key={bucket}
          to="/cases"
          search={({ status: _, ...before }) => ({ ...before, bucket })}
          className={classes.tab}
          aria-current={bucket === current ? 'page' : undefined}
          data-current={bucket === current || undefined}
        >
          {say.buckets[bucket]}
          {counts && bucket !== 'any' && <span className={classes.count}>{countOf(counts, bucket)}</span>}
        </Link>
      ))}
    </nav>
  )
}

function countOf(counts: CaseCounts, bucket: 'open' | 'on_hold' | 'closed'): string {
  const count = { open: counts.open, on_hold: counts.onHold, closed: counts.closed }[bucket]
  return words.capped(count, counts.cap)
}
