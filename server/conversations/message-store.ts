import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DeliveryState } from '#domain/conversations/wire.ts'
import type { MessagesTable } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

export type MessageRow = Selectable<MessagesTable>
export type NewMessage = Omit<Insertable<MessagesTable>, 'workspace_id' | 'sender' | 'recipients'> & {
  sender: Person | null
  recipients: Recipients
}

/** A mailbox as messages keep it. */
export type Person = { name: string; address: string }
/** Whom a message went to, and where its sender wants answers. */
export type Recipients = { to: Person[]; cc: Person[]; replyTo: Person[] }

/** Writes a message. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.q
    .insertInto('messages')
    .values({
      ...message,
      workspace_id: tx.workspaceId,
      sender: message.sender ? JSON.stringify(message.sender) : null,
      recipients: JSON.stringify(message.recipients),
    })
    .execute()
}

/** Writes the formatted version, already made harmless. */
export async function insertHtml(tx: Tx, messageId: string, html: string): Promise<void> {
  await tx.q
    .insertInto('message_html')
    .values({ workspace_id: tx.workspaceId, message_id: messageId, html })
    .execute()
}

/** The formatted version, or null. */
export async function findHtml(tx: Tx, messageId: string): Promise<string | null> {
  const row = await tx.q
    .selectFrom('message_html')
    .select('html')
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row?.html ?? null
}

/** A message by id, locked when it is to be changed. */
export async function findMessage(tx: Tx, id: string, lock: boolean): Promise<MessageRow | undefined> {
  const query = tx.q
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The message that a raw one has become. */
export async function findMessageOfRaw(tx: Tx, rawId: string): Promise<MessageRow | undefined> {
  return tx.q
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('raw_id', '=', rawId)
    .executeTakeFirst()
}

/** The message that came in last, of a whole conversation. Ids are made when messages are written, so they say which. */
export async function latestInbound(tx: Tx, conversationId: string): Promise<MessageRow | undefined> {
  return tx.q
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', sql.lit('in'))
    .orderBy('id', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
}

/** The latest message of a conversation that somebody else than this person wrote. */
export async function latestByOthers(
  tx: Tx,
  conversationId: string,
  userId: string,
): Promise<{ id: string } | undefined> {
  return tx.q
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where(eb => eb.or([eb('author_id', 'is', null), eb('author_id', '<>', userId)]))
    .orderBy('id', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
}

/** The Message-IDs of a conversation's mail, newest last, at most `limit`: what an answer refers to. */
export async function mailIdsOf(tx: Tx, conversationId: string, limit: number): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('messages')
    .select('mail_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('mail_id', 'is not', null)
    .orderBy('posted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(limit))
    .execute()
  return rows.flatMap(row => (row.mail_id === null ? [] : [row.mail_id])).reverse()
}

/** How an outgoing message stands now. */
export type DeliveryChange = {
  delivery: DeliveryState
  reason: string | null
  attempts: number
  nextAttemptAt: Date | null
}

/** Writes how an outgoing message stands. */
export async function updateDelivery(tx: Tx, messageId: string, change: DeliveryChange): Promise<void> {
  await tx.q
    .updateTable('messages')
    .set({
      delivery: change.delivery,
      delivery_reason: change.reason,
      delivery_attempts: change.attempts,
      next_attempt_at: change.nextAttemptAt,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', messageId)
    .execute()
}
