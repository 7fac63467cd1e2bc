import type { Actor } from '#domain/people/actor.ts'
import { accessMessage } from '#server/conversations/access.ts'
import type { Context } from '#server/platform/context.ts'
import { setCompleted } from './store.ts'

/**
 * Marks a message as dealt with, or takes the mark back. It leaves the default inbox (IN-06); no case is
 * closed by it, and closing a case completes no message (IN-07). Needs Can Reply on the channel, because it
 * changes what the others of the channel see. Saying it twice changes nothing.
 */
export async function completeMessage(
  ctx: Context,
  actor: Actor,
  messageId: string,
  completed: boolean,
): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const message = await accessMessage(tx, actor, messageId, 'can_reply', 'change')
    const by = completed ? { at: tx.now, userId: actor.userId } : null
    if (!(await setCompleted(tx, messageId, by))) return
    tx.record({
      kind: completed ? 'message.completed' : 'message.uncompleted',
      actor: { kind: 'user', id: actor.userId },
      conversationId: message.conversation_id,
      messageId,
      channelId: message.channel_id,
      data: { subject: message.subject },
    })
  })
}
