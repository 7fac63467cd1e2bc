import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Group } from '#domain/people/wire.ts'
import { everything } from './directory.ts'
import { keys } from './keys.ts'

/** All groups with their people and channels. */
export const groupsQuery = queryOptions({
  queryKey: keys.groups,
  queryFn: ({ signal }) => everything<Group>('/groups', signal),
  staleTime: 5 * 60_000,
})

/** All groups. */
export const useGroups = () => useQuery(groupsQuery).data ?? []
