import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Who did it. A rule acts by itself; the system is everything else that no person did. */
export type EventActor =
  | { kind: 'user'; id: string }
  | { kind: 'customer'; id: string | null }
  | { kind: 'rule' | 'system' }

/** One thing that happened, as the acts hand it over. `data` holds before, after and what a sentence needs. */
export type EventRecord = {
  id?: string
  kind: string
  actor: EventActor
  caseId?: string | null
  conversationId?: string | null
  messageId?: string | null
  channelId?: string | null
  data: Record<string, unknown>
  /** The rule that decided and the settings version it read (BY-01). */
  rule?: string
  settingsVersion?: number | null
}

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
