import { maySeeCase } from '#domain/cases/permissions.ts'
import type { LiveEvent } from '#domain/kernel/live.ts'
import { reaches } from '#domain/people/access-level.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { CaseGlance } from '#server/cases/glance-at-cases.ts'
import type { EventsRow } from '#server/platform/db/tables.ts'

/** What an event tells this actor: nothing of what they may not see (Z10, PR-17). */
export function tellingFor(
  actor: Actor,
  event: EventsRow,
  cases: ReadonlyMap<string, CaseGlance>,
): LiveEvent[] {
  const byMe = event.actor_kind === 'user' && event.actor_id === actor.userId
  return [
    ...ofCase(actor, event, cases, byMe),
    ...ofConversation(actor, event, byMe),
    ...ofTheRest(actor, event),
  ]
}

function ofCase(
  actor: Actor,
  event: EventsRow,
  cases: ReadonlyMap<string, CaseGlance>,
  byMe: boolean,
): LiveEvent[] {
  const known = event.case_id ? cases.get(event.case_id) : undefined
  if (!known || !maySeeCase(actor, known.facts)) return []
  return [{ kind: 'case', number: known.facts.number, change: event.kind, byMe }]
}

function ofConversation(actor: Actor, event: EventsRow, byMe: boolean): LiveEvent[] {
  const { conversation_id: id, channel_id: channelId } = event
  if (!id || !channelId || !reaches(actor.channelLevels[channelId], 'read_only')) return []
  return [{ kind: 'conversation', id, channelId, change: event.kind, byMe }]
}

const settingAreas = ['settings', 'channel', 'team', 'group', 'user', 'invitation', 'access']

function ofTheRest(actor: Actor, event: EventsRow): LiveEvent[] {
  if (event.kind === 'notification.created') {
    const { userIds } = event.data as { userIds: string[] }
    return userIds.includes(actor.userId) ? [{ kind: 'notification', id: event.id }] : []
  }
  if (event.kind.startsWith('mail.') && event.channel_id) {
    const may =
      holds(actor, 'quarantine.manage') && reaches(actor.channelLevels[event.channel_id], 'read_only')
    return may ? [{ kind: 'quarantine', channelId: event.channel_id }] : []
  }
  const area = event.kind.split('.')[0]!
  return settingAreas.includes(area) ? [{ kind: 'settings', area }] : []
}
