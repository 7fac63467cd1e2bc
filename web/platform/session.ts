import { queryOptions, useQuery } from '@tanstack/react-query'
import { mayCreateCase } from '#domain/cases/permissions.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { Permission } from '#domain/people/permissions.ts'
import type { Me } from '#domain/people/wire.ts'
import { get, post } from './api.ts'
import { keys } from './keys.ts'

/** The person signed in; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => get<Me>('/me', {}, signal),
  staleTime: 60_000,
})

/** The person signed in. Only for pages inside the frame, where it is loaded before anything is shown. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('Nobody is signed in.')
  return data
}

/** The zone in which this person reads times; before sign-in the browser's own. */
export function useTimeZone(): string {
  const { data } = useQuery({ ...meQuery, enabled: false })
  return data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The actor that the rules of the domain know, from what `/me` says. */
export function actorOf(me: Me): Actor {
  return {
    workspaceId: me.workspace.id,
    userId: me.id,
    name: me.name,
    role: me.role,
    permissions: me.permissions,
    channelLevels: me.channelLevels,
    memberOfChannels: me.memberOfChannels,
    teamIds: me.teamIds,
    groupIds: me.groupIds,
  }
}

/** What this person may do, decided by the same rules as on the server (which has the last word). */
export function useMay() {
  const actor = actorOf(useMe())
  return {
    hold: (permission: Permission) => holds(actor, permission),
    createCase: (channelId: string) => mayCreateCase(actor, channelId),
  }
}

/** Ends the session and starts over, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out')
  window.location.assign('/sign-in')
}
