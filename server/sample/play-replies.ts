import type { Status } from '#domain/cases/status.ts'
import type { Actor } from '#domain/people/actor.ts'
import { beginDelivery, settleDelivery } from '#server/conversations/attempt-delivery.ts'
import { updateDelivery } from '#server/conversations/message-store.ts'
import { lockOutgoingOf, type OutgoingMail, updateOutgoing } from '#server/conversations/outbox-store.ts'
import { replyInCase, replyToMessage } from '#server/conversations/send-reply.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Post } from './play-messages.ts'
import type { Played } from './played.ts'
import type { Fate } from './story.ts'

/** A colleague answers from inside the case; what becomes of the mail is settled in the same moment. */
export async function replyFromCase(
  ctx: Context,
  tx: Tx,
  post: Post,
  actor: Actor,
  played: Played,
  reply: { text: string; status?: Exclude<Status, 'new'>; fate?: Fate },
): Promise<void> {
  if (played.number === null) throw new Error('There is no case to answer in.')
  const messageId = await replyInCase(ctx, actor, played.number, {
    text: reply.text,
    cc: [],
    ...(reply.status ? { status: reply.status } : {}),
  })
  await settle(ctx, tx, post, played, messageId, reply.fate ?? 'sent')
}

/** A colleague answers from the inbox. */
export async function replyFromInbox(
  ctx: Context,
  tx: Tx,
  post: Post,
  actor: Actor,
  played: Played,
  text: string,
): Promise<void> {
  if (played.first === null) throw new Error('There is no message to answer.')
  const messageId = await replyToMessage(ctx, actor, played.first, { text, cc: [] })
  await settle(ctx, tx, post, played, messageId, 'sent')
}

const failure = '550 5.1.1 There is no mailbox of this name here'
const doubt = 'The connection was lost before the server answered: read ECONNRESET'
const delay = '451 4.7.1 Too many mails at once, please try again later'

/**
 * Says what became of a reply without sending it: nothing of the made-up company ever leaves. Where the mail
 * would be tried again by itself, that is stopped here; who looks at the message sees how it stands.
 */
async function settle(
  ctx: Context,
  tx: Tx,
  post: Post,
  played: Played,
  messageId: string,
  fate: Fate,
): Promise<void> {
  const row = await lockOutgoingOf(tx, messageId)
  const attempt = row && (await beginDelivery(ctx, { workspaceId: tx.workspaceId, id: row.id }))
  if (!row || !attempt) throw new Error('A reply that was written is not in the outbox.')
  await settleDelivery(ctx, attempt, outcomes[fate])
  post.jobs.push(`send:${row.id}`)
  if (fate === 'queued') {
    const stopped = { attempts: 1, nextAttemptAt: null, reason: delay }
    await updateOutgoing(tx, row.id, { ...stopped, state: 'failed', doubts: 0 })
    await updateDelivery(tx, messageId, { ...stopped, delivery: 'queued' })
  }
  if (fate === 'uncertain') {
    const stopped = { attempts: 2, nextAttemptAt: null, reason: doubt }
    await updateOutgoing(tx, row.id, { ...stopped, state: 'uncertain', doubts: 2 })
    await updateDelivery(tx, messageId, { ...stopped, delivery: 'uncertain' })
  }
  const mail = row.mail as unknown as OutgoingMail
  played.ours = {
    mailId: mail.messageId,
    replyTo: mail.replyTo?.address ?? mail.from?.address ?? '',
    sender: mail.from?.name ?? '',
    address: mail.from?.address ?? '',
    subject: mail.subject,
    text: mail.text,
    at: ctx.clock.now(),
  }
}

const outcomes = {
  sent: { kind: 'sent', words: '250 2.0.0 Taken', refused: [] },
  failed: { kind: 'rejected', words: failure },
  queued: { kind: 'postponed', words: delay },
  uncertain: { kind: 'unknown', words: doubt },
} as const
