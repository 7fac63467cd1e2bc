import { queryOptions } from '@tanstack/react-query'
import { keys } from '#web/platform/keys.ts'
import { readCase } from './api.ts'

/** One case; also for prefetching it when a row is pointed at. */
export const caseQuery = (number: number) =>
  queryOptions({
    queryKey: keys.oneCase(number),
    queryFn: ({ signal }) => readCase(number, signal),
    staleTime: 10_000,
  })
