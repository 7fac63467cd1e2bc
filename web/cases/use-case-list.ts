import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CaseRow } from '#domain/cases/wire.ts'
import type { LiveEvent } from '#domain/kernel/live.ts'
import { keys } from '#web/platform/keys.ts'
import { type LiveList, useLiveList } from '#web/platform/live-list.ts'
import { countCases, listCases } from './api.ts'
import { countQueryOf, queryOf } from './list-query.ts'
import type { CasesSearch } from './search.ts'

/** The id of a row among rows. */
export const idOf = (row: CaseRow) => String(row.number)

/** The cases of an address; new activity is counted, never pushed between the rows (CL-05). */
export function useCaseList(search: CasesSearch): LiveList<CaseRow> {
  const text = JSON.stringify(queryOf(search))
  const kind = useMemo(() => {
    const query = JSON.parse(text) as ReturnType<typeof queryOf>
    return {
      queryKey: keys.caseList(query),
      fetch: (after: string | null, signal?: AbortSignal) =>
        listCases({ ...query, ...(after ? { after } : {}) }, signal),
      idOf,
      isNewer: (found: CaseRow, shown: CaseRow) => found.lastActivityAt > shown.lastActivityAt,
      concerns,
    }
  }, [text])
  return useLiveList(kind)
}

function concerns(event: LiveEvent) {
  return event.kind === 'case' ? { id: String(event.number) } : null
}

/** How many of these cases are open, on hold and closed (CL-06); kept present by live events. */
export function useCaseCounts(search: CasesSearch) {
  const query = countQueryOf(search)
  return useQuery({
    queryKey: keys.caseCounts(query),
    queryFn: ({ signal }) => countCases(query, signal),
    placeholderData: keepPreviousData,
  }).data
}
