import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { caseQuery } from '#web/cases/case-queries.ts'
import { timelineQuery } from '#web/conversations/use-timeline.ts'

/** Fetches a case with its timeline before it is opened, so that opening takes no time. */
export function usePrefetchCase(): (number: number) => void {
  const client = useQueryClient()
  return useCallback(
    (number: number) => {
      void client.prefetchQuery(caseQuery(number))
      void client.prefetchInfiniteQuery(timelineQuery(number))
    },
    [client],
  )
}
