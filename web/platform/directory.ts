import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CaseType } from '#domain/cases/wire.ts'
import type { Channel } from '#domain/channels/wire.ts'
import type { Team, User } from '#domain/people/wire.ts'
import { get } from './api.ts'
import { keys } from './keys.ts'

type Page<Item> = { items: Item[]; next: string | null }

/** Follows `next` to the end: for lists short enough to choose from. */
export async function everything<Item>(path: string, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = []
  let after: string | null = null
  do {
    const page: Page<Item> = await get<Page<Item>>(path, { after }, signal)
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}

function listOf<Item>(key: readonly string[], path: string) {
  return queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => everything<Item>(path, signal),
    staleTime: 5 * 60_000,
  })
}

/** The names that everything else refers to; kept until a live event says that they changed. */
export const directory = {
  users: listOf<User>(keys.users, '/users'),
  teams: listOf<Team>(keys.teams, '/teams'),
  channels: listOf<Channel>(keys.channels, '/channels'),
  caseTypes: listOf<CaseType>(keys.caseTypes, '/case-types'),
  tags: listOf<{ name: string }>(keys.tags, '/tags'),
}

/** Everybody in the workspace, also those who left. */
export const useUsers = () => useQuery(directory.users).data ?? []
/** All teams. */
export const useTeams = () => useQuery(directory.teams).data ?? []
/** The channels this person may read. */
export const useChannels = () => useQuery(directory.channels).data ?? []
/** The case types to choose from. */
export const useCaseTypes = () => useQuery(directory.caseTypes).data ?? []
/** Tags in use, for completion. */
export const useTags = () => (useQuery(directory.tags).data ?? []).map(tag => tag.name)
