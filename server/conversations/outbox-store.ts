import { sql } from 'kysely'
import type { OutboxRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Person } from './message-store.ts'

/** A mail as it waits in the outbox: everything that goes on the wire except what the server adds. */
export type OutgoingMail = {
  from: Person | null
  to: Person[]
  cc: Person[]
  /** Our address with the reply token; null for notices, which nobody answers. */
  replyTo: Person | null
  subject: string
  text: string
  html: string | null
  /** Without brackets; the same in every attempt (B5). */
  messageId: string
  inReplyTo: string | null
  references: string[]
  /** RFC 3339; the same in every attempt. */
  date: string
}

export type NewOutgoing = {
  id: string
  kind: 'reply' | 'notice'
  channelId: string | null
  messageId: string | null
  mail: OutgoingMail
  /** Why it is not to be sent at all, for mail that must not leave. */
  refusedBecause?: string
}

/** Puts a mail into the outbox, due at once, or failed from the start where there is a reason for that. */
export async function insertOutgoing(tx: Tx, outgoing: NewOutgoing): Promise<void> {
  await tx.q
    .insertInto('outbox')
    .values({
      workspace_id: tx.workspaceId,
      id: outgoing.id,
      kind: outgoing.kind,
      channel_id: outgoing.channelId,
      message_id: outgoing.messageId,
      mail: JSON.stringify(outgoing.mail),
      state: outgoing.refusedBecause ? 'failed' : 'queued',
      reason: outgoing.refusedBecause ?? null,
      created_at: tx.now,
      next_attempt_at: outgoing.refusedBecause ? null : tx.now,
    })
    .execute()
}

/** An outgoing mail, locked. */
export async function lockOutgoing(tx: Tx, id: string): Promise<OutboxRow | undefined> {
  return tx.q
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The outgoing mail of a message, locked. */
export async function lockOutgoingOf(tx: Tx, messageId: string): Promise<OutboxRow | undefined> {
  return tx.q
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
}

export type OutgoingChange = {
  state: OutboxRow['state']
  attempts: number
  doubts: number
  nextAttemptAt: Date | null
  reason: string | null
}

/** Writes how an outgoing mail stands. */
export async function updateOutgoing(tx: Tx, id: string, change: OutgoingChange): Promise<void> {
  const settled = change.nextAttemptAt === null && change.state !== 'queued' && change.state !== 'sending'
  await tx.q
    .updateTable('outbox')
    .set({
      state: change.state,
      attempts: change.attempts,
      doubts: change.doubts,
      next_attempt_at: change.nextAttemptAt,
      reason: change.reason,
      settled_at: settled ? tx.now : null,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Makes it due now as if it had just been written: its author has decided to try once more (I6). */
export async function restartOutgoing(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('outbox')
    .set({
      state: 'queued',
      doubts: 0,
      trying_since: tx.now,
      next_attempt_at: tx.now,
      reason: null,
      settled_at: null,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Says that an attempt is still under way; false if somebody else has taken it over (C5). */
export async function prolongAttempt(tx: Tx, id: string, attempt: number, until: Date): Promise<boolean> {
  const prolonged = await tx.q
    .updateTable('outbox')
    .set({ next_attempt_at: until })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .executeTakeFirst()
  return prolonged.numUpdatedRows === 1n
}

/** Ids of mails that were due before a moment: what a lost job left behind. */
export async function listDueBefore(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    // Written out, because partial indexes match literal predicates only.
    .where(sql<boolean>`state in ('queued', 'sending', 'uncertain')`)
    .where('next_attempt_at', '<', before)
    .orderBy('next_attempt_at')
    .limit(sql.lit(limit))
    .execute()
  return rows.map(row => row.id)
}
