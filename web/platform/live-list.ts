import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ListKind, Page } from './live-list-kind.ts'
import { useProbe } from './live-probe.ts'

export type LiveList<Row> = ReturnType<typeof useLiveList<Row>>

/**
 * A list that never moves under the reader's eyes (IN-14, CL-05): rows stay where they are, their content is
 * kept present, and `fresh` counts what a refresh would bring.
 */
export function useLiveList<Row>(kind: ListKind<Row>) {
  const client = useQueryClient()
  const { queryKey, fetch, idOf } = kind
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(
    () => distinct(query.data?.pages.flatMap(page => page.items) ?? [], idOf),
    [query.data, idOf],
  )
  const update = useCallback(
    (change: (items: Row[]) => Row[]) =>
      client.setQueryData<InfiniteData<Page<Row>>>(queryKey, data => mapPages(data, change)),
    [client, queryKey],
  )
  const start = (page: Page<Row>) => client.setQueryData(queryKey, { pages: [page], pageParams: [null] })
  const probe = useProbe({ kind, rows, update, start })
  return {
    ...probe,
    rows,
    update,
    error: query.error,
    state: query.data ? ('ready' as const) : query.isError ? ('failed' as const) : ('loading' as const),
    retry: () => void query.refetch(),
    /** The rows are still those of the filter before. */
    behind: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    moreFailed: query.isFetchNextPageError,
    more: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
  }
}

function mapPages<Row>(data: InfiniteData<Page<Row>> | undefined, change: (items: Row[]) => Row[]) {
  return data && { ...data, pages: data.pages.map(page => ({ ...page, items: change(page.items) })) }
}

/** Each row once: a row that moved while pages were fetched may come on two of them. */
function distinct<Row>(rows: Row[], idOf: (row: Row) => string): Row[] {
  const seen = new Set<string>()
  return rows.filter(row => !seen.has(idOf(row)) && seen.add(idOf(row)))
}
