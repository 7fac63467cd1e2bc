import type { ConversationsRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

export type NewConversation = {
  id: string
  channelId: string
  customerId: string | null
  threadKey: string
  subject: string
}

/** Begins a conversation; false if the channel has one with this thread key already. */
export async function insertConversation(tx: Tx, conversation: NewConversation): Promise<boolean> {
  const written = await tx.q
    .insertInto('conversations')
    .values({
      workspace_id: tx.workspaceId,
      id: conversation.id,
      channel_id: conversation.channelId,
      customer_id: conversation.customerId,
      thread_key: conversation.threadKey,
      subject: conversation.subject,
      created_at: tx.now,
      last_message_at: tx.now,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'channel_id', 'thread_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** A conversation by id. */
export async function findConversation(tx: Tx, id: string): Promise<ConversationsRow | undefined> {
  return tx.q
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The conversation that a channel keeps under a thread key. */
export async function findByThreadKey(
  tx: Tx,
  channelId: string,
  threadKey: string,
): Promise<ConversationsRow | undefined> {
  return tx.q
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', channelId)
    .where('thread_key', '=', threadKey)
    .executeTakeFirst()
}

/** A message has been added to it now. */
export async function touchConversation(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('conversations')
    .set({ last_message_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}
