import type { NotificationKind } from './kinds.ts'

/** What happened, as far as telling people about it goes. */
export type Happening = {
  kind: string
  /** The person who did it, if a person did: nobody is told of their own acts (NT-06). */
  byId: string | null
  data: Readonly<Record<string, unknown>>
}

/** The people around a case. */
export type Circle = {
  assigneeId: string | null
  assignedById: string | null
  createdById: string | null
  collaboratorIds: readonly string[]
  teamMemberIds: readonly string[]
}

export type Recipient = { userId: string; kind: NotificationKind }

/** Whom to tell of an event of a case, and as what (NT-01, NT-03, NT-05..08). One entry a person. */
export function recipientsOf(happening: Happening, circle: Circle): Recipient[] {
  const told = new Map<string, NotificationKind>()
  for (const { userId, kind } of candidates(happening, circle)) {
    if (userId !== happening.byId && !told.has(userId)) told.set(userId, kind)
  }
  return [...told].map(([userId, kind]) => ({ userId, kind }))
}

function candidates(happening: Happening, circle: Circle): Recipient[] {
  const { data } = happening
  switch (happening.kind) {
    case 'case.assigned':
      return some(data.toId, 'assigned_to_me')
    case 'case.created':
      return circle.assigneeId === null ? each(circle.teamMemberIds, 'available_on_my_team') : []
    case 'case.reopened':
      return circle.assigneeId === null
        ? each(circle.teamMemberIds, 'available_on_my_team')
        : some(circle.assigneeId, 'reopened')
    case 'case.status_changed':
      return closedForAllToKnow(data)
        ? each(
            [circle.createdById, circle.assignedById, circle.assigneeId, ...circle.collaboratorIds],
            'closed',
          )
        : []
    case 'case.commented':
      // What is said while opening a case comes with the alert that it was assigned.
      return [
        ...each(data.mentions, 'mentioned'),
        ...(data.opening ? [] : some(circle.assigneeId, 'commented')),
      ]
    case 'case.follower_added':
      return some(data.userId, 'collaborator_added')
    case 'message.received':
      return each([circle.assigneeId], 'new_message_on_my_case')
    case 'message.delivery_changed':
      return data.state === 'failed' || data.state === 'uncertain'
        ? some(data.authorId, 'delivery_failed')
        : []
    default:
      return []
  }
}

/** AC-20, LK-13: a close for inactivity, as a duplicate or by merging tells nobody. */
function closedForAllToKnow(data: Happening['data']): boolean {
  return ['done', 'manual', 'spam', 'canceled'].includes(String(data.closeReason))
}

function some(userId: unknown, kind: NotificationKind): Recipient[] {
  return typeof userId === 'string' ? [{ userId, kind }] : []
}

function each(userIds: unknown, kind: NotificationKind): Recipient[] {
  return Array.isArray(userIds) ? userIds.flatMap(userId => some(userId, kind)) : []
}
