import { type Verdict, yes } from '#domain/kernel/verdict.ts'
import type { AccessLevel } from '#domain/people/access-level.ts'
import { type Actor, holds, needs, needsLevel } from '#domain/people/actor.ts'
import { rolesWithAllChannels } from '#domain/people/permissions.ts'
import type { PeopleRefusal } from '#domain/people/refusals.ts'

/** The actor's level on a channel; owners and admins reach every channel whole (PR-04). */
export function levelOn(actor: Actor, channelId: string): AccessLevel {
  if (rolesWithAllChannels.includes(actor.role)) return 'full'
  return actor.channelLevels[channelId] ?? 'no_access'
}

/** May the actor add channels? */
export function mayCreateChannel(actor: Actor): Verdict<PeopleRefusal> {
  return needs(actor, 'channels.manage')
}

/** May the actor change or delete a channel? Whoever manages channels, and who has Full on this one (AX-14). */
export function mayManageChannel(actor: Actor, channelId: string): Verdict<PeopleRefusal> {
  if (holds(actor, 'channels.manage')) return yes
  return levelOn(actor, channelId) === 'full' ? yes : needsLevel(actor, channelId, 'full')
}

/** May the actor see and change where a channel fetches and sends? */
export function mayManageConnections(actor: Actor): Verdict<PeopleRefusal> {
  return needs(actor, 'channels.manage')
}

/** May the actor see and change who has which level on a channel? */
export function mayManageAccess(actor: Actor, channelId: string): Verdict<PeopleRefusal> {
  if (holds(actor, 'permissions.manage')) return yes
  return levelOn(actor, channelId) === 'full' ? yes : needsLevel(actor, channelId, 'full')
}
