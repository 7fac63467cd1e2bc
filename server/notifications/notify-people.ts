import { mailedByDefault } from '#domain/notifications/kinds.ts'
import { type Recipient, recipientsOf } from '#domain/notifications/recipients.ts'
import { peopleToTell } from '#server/cases/access.ts'
import type { EventListener, Tx } from '#server/platform/db/tx.ts'
import type { EventRecord } from '#server/platform/events/event.ts'
import { newId } from '#server/platform/ids.ts'
import { findActivePeople, findCircle, insertNotifications } from './store.ts'
import { mailOf } from './word-mail.ts'

/** Puts a mail into the outbox of the same transaction; handed in from above, where the outbox lives. */
export type QueueNotice = (tx: Tx, mail: { to: string; subject: string; text: string }) => Promise<void>

/** Which events of a case anybody may want to hear of; the rest costs no query. */
const heard = new Set([
  'case.assigned',
  'case.created',
  'case.reopened',
  'case.status_changed',
  'case.commented',
  'case.follower_added',
  'message.received',
  'message.delivery_changed',
])

/**
 * Tells people what concerns them, in the transaction in which it happened (promise 3): an alert in the
 * drawer for each, and a mail where the kind goes by mail (NT-01, NT-05). `publicUrl` is where links lead.
 */
export function notifyPeople(publicUrl: string, queueNotice: QueueNotice): EventListener {
  return async (tx, event) => {
    if (!event.caseId || !heard.has(event.kind)) return
    const found = await findCircle(tx, event.caseId)
    if (!found) return
    const recipients = recipientsOf(
      { kind: event.kind, byId: event.actor.kind === 'user' ? event.actor.id : null, data: event.data },
      {
        assigneeId: found.assignee_id,
        assignedById: found.assigned_by_id,
        createdById: found.created_by_id,
        collaboratorIds: found.followers ?? [],
        teamMemberIds: found.members ?? [],
      },
    )
    if (recipients.length > 0) await tell(tx, event, found, recipients, publicUrl, queueNotice)
  }
}

async function tell(
  tx: Tx,
  event: EventRecord,
  about: { number: number; subject: string; channel_id: string },
  recipients: Recipient[],
  publicUrl: string,
  queueNotice: QueueNotice,
): Promise<void> {
  const byId = event.actor.kind === 'user' ? event.actor.id : null
  const people = await findActivePeople(tx, [
    ...recipients.map(recipient => recipient.userId),
    ...(byId ? [byId] : []),
  ])
  const actorName = people.find(person => person.id === byId)?.name ?? null
  const excerpt = typeof event.data.excerpt === 'string' ? event.data.excerpt : ''
  const told = await peopleToTell(
    tx,
    recipients.map(recipient => recipient.userId),
    about.channel_id,
  )
  const present = recipients.filter(recipient => told.has(recipient.userId))
  if (present.length === 0) return
  await insertNotifications(
    tx,
    present.map(({ userId, kind }) => ({
      id: newId(),
      userId,
      kind,
      caseId: event.caseId ?? null,
      eventId: event.id!,
      actorName,
      excerpt,
    })),
  )
  // For the live stream: whose drawer has something new.
  tx.record({
    kind: 'notification.created',
    actor: { kind: 'system' },
    data: { userIds: present.map(recipient => recipient.userId) },
  })
  for (const { userId, kind } of present) {
    if (!mailedByDefault.includes(kind)) continue
    const person = people.find(candidate => candidate.id === userId)!
    await queueNotice(tx, {
      to: person.email,
      ...mailOf(kind, { ...about, actorName, excerpt, link: `${publicUrl}/cases/${about.number}` }),
    })
  }
}
