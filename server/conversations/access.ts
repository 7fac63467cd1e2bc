import type { AccessLevel } from '#domain/people/access-level.ts'
import { type Actor, needs, needsLevel } from '#domain/people/actor.ts'
import type { ConversationsRow, FilesRow, RawMessagesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { findConversation } from './conversation-store.ts'
import { findFile } from './file-store.ts'
import { findMessage, type MessageRow } from './message-store.ts'
import { findRaw } from './raw-store.ts'

/**
 * The only way to hold a message: it exists and the actor may read its channel (else MESSAGE_NOT_FOUND, as
 * if it did not exist), and their level there is enough for what they are about to do. `change` locks it.
 */
export async function accessMessage(
  tx: Tx,
  actor: Actor,
  id: string,
  level: AccessLevel = 'read_only',
  mode: 'read' | 'change' = 'read',
): Promise<MessageRow> {
  const row = await findMessage(tx, id, mode === 'change')
  if (!row || !mayRead(actor, row.channel_id)) throw new Refused('MESSAGE_NOT_FOUND', { id })
  insist(needsLevel(actor, row.channel_id, level))
  return row
}

/** The only way to hold a conversation: as with messages. */
export async function accessConversation(tx: Tx, actor: Actor, id: string): Promise<ConversationsRow> {
  const row = await findConversation(tx, id)
  if (!row || !mayRead(actor, row.channel_id)) throw new Refused('CONVERSATION_NOT_FOUND', { id })
  return row
}

/** The only way to hold a file: it is readable where its message is (FL-04). */
export async function accessFile(tx: Tx, actor: Actor, id: string): Promise<FilesRow> {
  const row = await findFile(tx, id)
  if (!row || !mayRead(actor, row.channel_id)) throw new Refused('FILE_NOT_FOUND', { id })
  return row
}

/** The only way to hold a mail in quarantine: with the permission, and only of channels that one may read. */
export async function accessQuarantined(tx: Tx, actor: Actor, id: string): Promise<RawMessagesRow> {
  insist(needs(actor, 'quarantine.manage'))
  const row = await findRaw(tx, id)
  if (row?.state !== 'quarantined' || !mayRead(actor, row.channel_id))
    throw new Refused('QUARANTINED_MAIL_NOT_FOUND', { id })
  return row
}

function mayRead(actor: Actor, channelId: string): boolean {
  return needsLevel(actor, channelId, 'read_only').ok
}
