import type { z } from 'zod'
import { mayReplyInCase } from '#domain/cases/permissions.ts'
import type { replyShape } from '#domain/conversations/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import { accessCase } from '#server/cases/access.ts'
import { setStatus } from '#server/cases/change-status.ts'
import { followOutbound, followReply } from '#server/cases/follow-message.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Invalid, Refused } from '#server/platform/refusal.ts'
import { accessMessage } from './access.ts'
import { touchConversation } from './conversation-store.ts'
import { findMessage, latestByOthers, latestInbound } from './message-store.ts'
import { writeReply } from './write-reply.ts'

export type ReplyWish = z.output<typeof replyShape>

/**
 * Answers the customer from inside a case and, if wished, sets a status in the same act (CV-08, CC-03, ST-02).
 * Gives the id of the reply, which is stored and queued when this returns. Refused with NEWER_MESSAGE when
 * somebody wrote after what the author has seen (BY-05), NOBODY_TO_ANSWER, CHANNEL_CANNOT_SEND, and as
 * `mayReplyInCase` and the status say.
 */
export async function replyInCase(
  ctx: Context,
  actor: Actor,
  number: number,
  reply: ReplyWish,
): Promise<string> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const { row, facts } = await accessCase(tx, actor, number, mayReplyInCase)
    if (row.conversation_id === null) throw new Refused('NOBODY_TO_ANSWER', { number })
    await insistOnSeenAll(tx, actor, row.conversation_id, reply.seenMessageId)
    const answered = await latestInbound(tx, row.conversation_id)
    const place = { conversationId: row.conversation_id, caseId: row.id, answered }
    const messageId = await writeReply(tx, ctx, actor, place, reply)
    const followed = await followOutbound(tx, row, actor.userId)
    if (reply.status) await setStatus(tx, actor, { row: followed, facts }, { status: reply.status })
    return messageId
  })
}

/**
 * Answers a message from the inbox: always possible with Can Reply on its channel, and never reopens a case
 * (D-17). In a conversation that has a case at work the answer belongs to that case (CV-01).
 */
export async function replyToMessage(
  ctx: Context,
  actor: Actor,
  messageId: string,
  reply: ReplyWish,
): Promise<string> {
  if (reply.status)
    throw new Invalid('status', 'A status is set with a reply from inside its case. Leave this out.')
  return ctx.database.write(actor.workspaceId, async tx => {
    const message = await accessMessage(tx, actor, messageId, 'can_reply')
    const caseId = await followReply(tx, message.conversation_id, actor.userId)
    await insistOnSeenAll(tx, actor, message.conversation_id, reply.seenMessageId)
    const answered = message.direction === 'in' ? message : await latestInbound(tx, message.conversation_id)
    return writeReply(tx, ctx, actor, { conversationId: message.conversation_id, caseId, answered }, reply)
  })
}

/** BY-05, X2: nobody answers past a message of the customer or of a colleague that they have not seen. */
async function insistOnSeenAll(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  seenId: string | undefined,
): Promise<void> {
  // Whoever else writes here now waits for us, or we for them, and then sees what they wrote.
  await touchConversation(tx, conversationId)
  if (seenId === undefined) return
  const seen = await findMessage(tx, seenId, false)
  if (seen?.conversation_id !== conversationId)
    throw new Invalid('seenMessageId', 'This message is not of the conversation that you are answering.')
  const latest = await latestByOthers(tx, conversationId, actor.userId)
  if (latest && latest.id > seenId) throw new Refused('NEWER_MESSAGE', { messageId: latest.id })
}
