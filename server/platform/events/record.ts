import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import type { EventRecord } from './event.ts'

/** Writes the events of one transaction in one statement. Only the transaction runner calls this. */
export async function storeEvents(tx: Tx, events: EventRecord[]): Promise<void> {
  await tx.q
    .insertInto('events')
    .values(events.map(event => rowOf(tx, event)))
    .execute()
}

function rowOf(tx: Tx, event: EventRecord) {
  return {
    workspace_id: tx.workspaceId,
    id: event.id ?? newId(),
    at: tx.now,
    kind: event.kind,
    actor_kind: event.actor.kind,
    actor_id: 'id' in event.actor ? event.actor.id : null,
    case_id: event.caseId ?? null,
    conversation_id: event.conversationId ?? null,
    message_id: event.messageId ?? null,
    channel_id: event.channelId ?? null,
    data: JSON.stringify(event.data),
    rule: event.rule ?? null,
    settings_version: event.settingsVersion ?? null,
  }
}
