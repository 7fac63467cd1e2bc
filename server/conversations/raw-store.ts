import { sql } from 'kysely'
import type { RawMessagesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** What is known about a raw message besides its bytes; `arrivedAt` is when it reached the mailbox. */
export type Envelope = {
  from: string | null
  to: string[]
  remote: string | null
  arrivedAt: string | null
}

export type NewRaw = {
  id: string
  channelId: string
  via: 'smtp' | 'imap' | 'api'
  fingerprint: Buffer
  envelope: Envelope
  body: Uint8Array
  /** Message-ID without brackets; null where there is none. */
  mailId: string | null
}

/** Stores a raw message; false if the same one is in this channel already (I4, CV-18). */
export async function insertRaw(tx: Tx, raw: NewRaw): Promise<boolean> {
  const written = await tx.q
    .insertInto('raw_messages')
    .values({
      workspace_id: tx.workspaceId,
      id: raw.id,
      channel_id: raw.channelId,
      via: raw.via,
      fingerprint: raw.fingerprint,
      envelope: JSON.stringify(raw.envelope),
      body: Buffer.from(raw.body.buffer, raw.body.byteOffset, raw.body.byteLength),
      size: raw.body.byteLength,
      mail_id: raw.mailId,
      received_at: tx.now,
      state: 'received',
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'channel_id', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** The raw message that has this fingerprint in the channel. */
export async function findRawByFingerprint(
  tx: Tx,
  channelId: string,
  fingerprint: Buffer,
): Promise<RawMessagesRow | undefined> {
  return tx.q
    .selectFrom('raw_messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', channelId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
}

/** A raw message with its bytes. */
export async function findRaw(tx: Tx, id: string): Promise<RawMessagesRow | undefined> {
  return tx.q
    .selectFrom('raw_messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Counts an attempt to understand it and gives it back with its bytes; undefined once it is settled. */
export async function beginAttempt(tx: Tx, id: string): Promise<RawMessagesRow | undefined> {
  return tx.q
    .updateTable('raw_messages')
    .set({ attempts: sql`attempts + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .returningAll()
    .executeTakeFirst()
}

/** Takes an attempt back that failed through no fault of the mail. */
export async function forgetAttempt(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('raw_messages')
    .set({ attempts: sql`greatest(attempts - 1, 0)` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute()
}

/** Locks it for being turned into a message; undefined if somebody else has done that meanwhile. */
export async function lockReceived(
  tx: Tx,
  id: string,
): Promise<{ id: string; settled_at: Date | null } | undefined> {
  return tx.q
    .selectFrom('raw_messages')
    .select(['id', 'settled_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .forUpdate()
    .executeTakeFirst()
}

/** It has become a message. */
export async function markUnderstood(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('raw_messages')
    .set({ state: 'understood', reason: null, detail: null, settled_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Puts it aside for people to look at; false if it is settled already. */
export async function markQuarantined(tx: Tx, id: string, reason: string, detail: string): Promise<boolean> {
  const marked = await tx.q
    .updateTable('raw_messages')
    .set({ state: 'quarantined', reason, detail, settled_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}

/** Back to the beginning, with its attempts forgotten; false if it is not in quarantine. */
export async function releaseRaw(tx: Tx, id: string): Promise<boolean> {
  const released = await tx.q
    .updateTable('raw_messages')
    .set({ state: 'received', attempts: 0, reason: null, detail: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'quarantined')
    .executeTakeFirst()
  return released.numUpdatedRows === 1n
}

/** Ids of raw messages that have waited since before a moment, oldest first: what a lost job left behind. */
export async function listWaitingSince(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('raw_messages')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '=', 'received')
    .where(sql<boolean>`state <> 'understood'`)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(sql.lit(limit))
    .execute()
  return rows.map(row => row.id)
}

/**
 * Is one of these Message-IDs that of a mail of the channel that came before this one and has not been
 * understood yet? Whoever came later waits for it, never the other way round, so nobody waits in a circle.
 */
export async function predecessorWaits(
  tx: Tx,
  raw: { id: string; channel_id: string },
  mailIds: readonly string[],
): Promise<boolean> {
  if (mailIds.length === 0) return false
  const found = await sql`select 1 from raw_messages r where r.workspace_id = ${tx.workspaceId}
    and r.state = 'received' and r.mail_id is not null and r.mail_id = any(${[...mailIds]}::text[])
    and r.channel_id = ${raw.channel_id} and r.id < ${raw.id} limit 1`.execute(tx.q)
  return found.rows.length > 0
}
