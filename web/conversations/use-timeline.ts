import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TimelineEntry } from '#domain/conversations/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { readTimeline } from './api.ts'

/** The timeline of a case with as much of its past as was asked for; also for prefetching it. */
export const timelineQuery = (number: number) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(number),
    queryFn: ({ pageParam, signal }) => readTimeline(number, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.earlier,
    staleTime: 10_000,
  })

/** The timeline of a case, oldest first. */
export function useTimeline(number: number) {
  const query = useInfiniteQuery(timelineQuery(number))
  const entries = useMemo<TimelineEntry[]>(
    () => (query.data?.pages ?? []).toReversed().flatMap(page => page.items),
    [query.data],
  )
  return { query, entries }
}
