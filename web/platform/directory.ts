import { queryOptions, useQuery } from '@tanstack/react-query'
import { mayCreateCase } from '#domain/cases/permissions.ts'
import type { CaseSettings } from '#domain/cases/settings.ts'
import type { CaseType } from '#domain/cases/wire.ts'
import type { Channel } from '#domain/channels/wire.ts'
import type { Team, User } from '#domain/people/wire.ts'
import { get } from './api.ts'
import { keys } from './keys.ts'
import { actorOf, useMe } from './session.ts'

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

const none: never[] = []

/** Everybody in the workspace, also those who left. */
export const useUsers = () => useQuery(directory.users).data ?? none
/** All teams. */
export const useTeams = () => useQuery(directory.teams).data ?? none
/** The channels this person may read. */
export const useChannels = () => useQuery(directory.channels).data ?? none
/** The case types to choose from. */
export const useCaseTypes = () => useQuery(directory.caseTypes).data ?? none
/** Tags in use, for completion. */
export const useTags = () => (useQuery(directory.tags).data ?? []).map(tag => tag.name)

/** The case settings in force; undefined while they are on their way. */
export const useCaseSettings = () =>
  useQuery({
    queryKey: keys.caseSettings,
    queryFn: ({ signal }) => get<CaseSettings & { version: number }>('/settings/cases', {}, signal),
    staleTime: 5 * 60_000,
  }).data

/** The desk channels in which this person may open a case by hand. */
export function useDeskChannels(): Channel[] {
  const actor = actorOf(useMe())
  return useChannels().filter(one => one.kind === 'desk' && mayCreateCase(actor, one.id).ok)
}

/**
 * The people whose cases can be filtered for (IN-13): everybody who works cases when assignments cross
 * groups, else only people of my own groups.
 */
export function useCaseAssignees(): User[] {
  const me = useMe()
  const crossing = useCaseSettings()?.crossGroupAssignments ?? true
  const mine = (user: User) => user.id === me.id || user.groups.some(group => me.groupIds.includes(group.id))
  const able = useUsers().filter(user => user.active && user.worksCases)
  return crossing || me.groupIds.length === 0 ? able : able.filter(mine)
}
