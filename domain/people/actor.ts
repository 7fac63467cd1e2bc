import { no, type Verdict, yes } from '#domain/kernel/verdict.ts'
import { type AccessLevel, reaches } from './access-level.ts'
import type { Permission, Role } from './permissions.ts'
import type { PeopleRefusal } from './refusals.ts'

/**
 * The person (or token of a person) behind a request, with everything that decides what they may do.
 * Plain data: the server loads it once per request, the browser gets the same facts from `/me`.
 */
export type Actor = {
  workspaceId: string
  userId: string
  name: string
  role: Role
  permissions: readonly Permission[]
  /** Highest level per channel, from role and own entries together; channels without access are absent. */
  channelLevels: Readonly<Record<string, AccessLevel>>
  /** Channels in which the person was entered by name (PR-14 "channels I belong to"). */
  memberOfChannels: readonly string[]
  teamIds: readonly string[]
  groupIds: readonly string[]
}

/** Does the actor hold this permission? */
export function holds(actor: Actor, permission: Permission): boolean {
  return actor.permissions.includes(permission)
}

/** Yes if the actor holds the permission, else NO_PERMISSION naming it. */
export function needs(actor: Actor, permission: Permission): Verdict<PeopleRefusal> {
  return holds(actor, permission) ? yes : no('NO_PERMISSION', { permission })
}

/** Yes if the actor's level on the channel is at least `level` (AX-14, AX-15). */
export function needsLevel(actor: Actor, channelId: string, level: AccessLevel): Verdict<PeopleRefusal> {
  return reaches(actor.channelLevels[channelId], level)
    ? yes
    : no('CHANNEL_ACCESS_TOO_LOW', { channelId, level })
}

/** Channels whose conversations the actor may read. */
export function readableChannels(actor: Actor): string[] {
  return Object.keys(actor.channelLevels).filter(id => reaches(actor.channelLevels[id], 'read_only'))
}
