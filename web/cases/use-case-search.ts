import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CaseRow } from '#domain/cases/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { useMay } from '#web/platform/session.ts'
import { listCases } from './api.ts'

/** What a search has found so far. */
export type CaseSearch = { items: CaseRow[]; state: 'idle' | 'searching' | 'failed' | 'done' }

/** Cases by number or words (CL-23), as somebody types; `idle` until there is something to search for. */
export function useCaseSearch(text: string): CaseSearch {
  const [q] = useDebouncedValue(text.trim(), 150)
  const works = useMay().hold('cases.manage')
  const query = { q, limit: 8 }
  const { data, isError, isFetching } = useQuery({
    queryKey: keys.caseList(query),
    queryFn: ({ signal }) => listCases(query, signal),
    enabled: works && q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!works || text.trim() === '') return { items: [], state: 'idle' }
  if (isError) return { items: [], state: 'failed' }
  const busy = isFetching || q !== text.trim()
  const items = exactFirst(data?.items ?? [], q)
  return { items, state: busy ? 'searching' : 'done' }
}

/** Who types a number means that case. */
function exactFirst(items: CaseRow[], q: string): CaseRow[] {
  const number = Number(q.replace(/^#/, ''))
  return items.toSorted((one, other) => Number(other.number === number) - Number(one.number === number))
}
