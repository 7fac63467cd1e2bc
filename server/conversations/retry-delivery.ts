import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { Refused } from '#server/platform/refusal.ts'
import { accessMessage } from './access.ts'
import { updateDelivery } from './message-store.ts'
import { lockOutgoingOf, restartOutgoing } from './outbox-store.ts'

/**
 * Sends a reply again that failed or whose arrival is in doubt, because a person says so (I6), or at once one
 * that waits for its next try. Same mail, same Message-ID. Refused with DELIVERY_SETTLED when it has gone
 * out or is going out now.
 */
export async function retryDelivery(ctx: Context, actor: Actor, messageId: string): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const message = await accessMessage(tx, actor, messageId, 'can_reply')
    const row = await lockOutgoingOf(tx, messageId)
    if (!row || row.state === 'sent' || row.state === 'sending')
      throw new Refused('DELIVERY_SETTLED', { state: row?.state ?? message.delivery })
    await restartOutgoing(tx, row.id)
    await updateDelivery(tx, messageId, {
      delivery: 'queued',
      reason: null,
      attempts: row.attempts,
      nextAttemptAt: tx.now,
    })
    await enqueue(tx, 'send_mail', { workspaceId: tx.workspaceId, id: row.id }, { key: `send:${row.id}` })
    tx.record({
      kind: 'message.retried',
      actor: { kind: 'user', id: actor.userId },
      caseId: message.case_id,
      conversationId: message.conversation_id,
      messageId,
      channelId: message.channel_id,
      data: { subject: message.subject, from: row.state },
    })
  })
}
