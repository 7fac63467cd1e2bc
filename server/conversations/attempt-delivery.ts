import { type AttemptOutcome, afterAttempt, type Delivery } from '#domain/conversations/delivery.ts'
import { after, SECOND } from '#domain/kernel/moments.ts'
import type { Context } from '#server/platform/context.ts'
import type { OutboxRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { findMessage, updateDelivery } from './message-store.ts'
import { lockOutgoing, type OutgoingMail, prolongAttempt, updateOutgoing } from './outbox-store.ts'

export type { OutgoingMail } from './outbox-store.ts'

/** A mail in the hands of one sender, for one attempt. */
export type Attempt = {
  workspaceId: string
  id: string
  /** Which attempt this is: whoever has started a later one has taken it over (C5). */
  number: number
  kind: OutboxRow['kind']
  channelId: string | null
  mail: OutgoingMail
}

/** How long an attempt counts as under way without a sign of life; renewed while it lasts. */
const leaseMs = 30 * SECOND

/**
 * Takes a mail that is due into one's hands: its state is `sending` before anybody connects, so that a crash
 * shows as what it is. Null if there is nothing to do now. An attempt found without a sign of life was cut
 * off by a crash: what came of it nobody knows, and that is told before one repetition (I6).
 */
export async function beginDelivery(
  ctx: Context,
  job: { workspaceId: string; id: string },
): Promise<Attempt | null> {
  return ctx.database.write(
    job.workspaceId,
    async tx => {
      const row = await lockOutgoing(tx, job.id)
      if (!row || row.state === 'sent' || row.state === 'failed' || row.next_attempt_at === null) return null
      if (row.next_attempt_at.getTime() > tx.now.getTime()) {
        await again(tx, row.id, row.next_attempt_at)
        return null
      }
      return row.state === 'sending' ? afterCrash(tx, row) : claim(tx, row)
    },
    'background',
  )
}

async function afterCrash(tx: Tx, row: OutboxRow): Promise<Attempt | null> {
  const words = 'The server stopped while this was being sent. Whether it arrived is not known.'
  const delivery = afterAttempt(standingOf(row), { kind: 'unknown', words }, tx.now)
  await write(tx, row, delivery)
  if (delivery.nextAttemptAt !== null) await again(tx, row.id, delivery.nextAttemptAt)
  return null
}

async function claim(tx: Tx, row: OutboxRow): Promise<Attempt> {
  const number = row.attempts + 1
  await updateOutgoing(tx, row.id, {
    state: 'sending',
    attempts: number,
    doubts: row.doubts,
    nextAttemptAt: after(tx.now, leaseMs),
    reason: row.reason,
  })
  if (row.message_id !== null) {
    await updateDelivery(tx, row.message_id, {
      delivery: 'sending',
      reason: row.reason,
      attempts: number,
      nextAttemptAt: null,
    })
  }
  return {
    workspaceId: tx.workspaceId,
    id: row.id,
    number,
    kind: row.kind,
    channelId: row.channel_id,
    mail: row.mail as unknown as OutgoingMail,
  }
}

/** Says that the attempt is still under way. False: somebody has taken it over, stop. */
export async function keepDelivery(ctx: Context, attempt: Attempt): Promise<boolean> {
  return ctx.database.write(attempt.workspaceId, tx =>
    prolongAttempt(tx, attempt.id, attempt.number, after(tx.now, leaseMs)),
  )
}

/** Writes down what came of an attempt, unless somebody else has taken it over meanwhile (C5). */
export async function settleDelivery(ctx: Context, attempt: Attempt, outcome: AttemptOutcome): Promise<void> {
  await ctx.database.write(
    attempt.workspaceId,
    async tx => {
      const row = await lockOutgoing(tx, attempt.id)
      if (row?.state !== 'sending' || row.attempts !== attempt.number) return
      const delivery = afterAttempt(standingOf(row), outcome, tx.now)
      await write(tx, row, delivery)
      if (delivery.nextAttemptAt !== null) await again(tx, row.id, delivery.nextAttemptAt)
    },
    'background',
  )
}

function standingOf(row: OutboxRow) {
  return { attempts: row.attempts, doubts: row.doubts, since: row.trying_since ?? row.created_at }
}

async function again(tx: Tx, id: string, runAt: Date): Promise<void> {
  await enqueue(tx, 'send_mail', { workspaceId: tx.workspaceId, id }, { key: `send:${id}`, runAt })
}

async function write(tx: Tx, row: OutboxRow, delivery: Delivery): Promise<void> {
  await updateOutgoing(tx, row.id, { ...delivery, attempts: row.attempts })
  if (row.message_id === null) return
  await updateDelivery(tx, row.message_id, {
    delivery: delivery.state,
    reason: delivery.reason,
    attempts: row.attempts,
    nextAttemptAt: delivery.nextAttemptAt,
  })
  await tell(tx, row, row.message_id, delivery)
}

/** The author is told when a reply has failed for good or its arrival is in doubt; the rest shows on the message. */
async function tell(tx: Tx, row: OutboxRow, messageId: string, delivery: Delivery): Promise<void> {
  const message = await findMessage(tx, messageId, false)
  if (!message) return
  const inDoubt = delivery.state === 'uncertain' && delivery.doubts > row.doubts
  const calls = delivery.state === 'failed' || inDoubt
  tx.record({
    kind: calls
      ? 'message.delivery_changed'
      : delivery.state === 'sent'
        ? 'message.delivered'
        : 'message.delayed',
    actor: { kind: 'system' },
    caseId: message.case_id,
    conversationId: message.conversation_id,
    messageId,
    channelId: message.channel_id,
    data: {
      state: delivery.state,
      reason: delivery.reason,
      authorId: message.author_id,
      subject: message.subject,
      excerpt: message.preview,
      attempts: row.attempts,
    },
  })
}
