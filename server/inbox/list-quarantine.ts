import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** A mail in quarantine with its first bytes, in which its headers stand. */
export type QuarantinedMail = {
  id: string
  channel_id: string
  channel_name: string
  start: Buffer
  size: number
  reason: string
  detail: string
  attempts: number
  received_at: Date
}

/** Mail in quarantine in these channels, newest first, at most `limit`, received before a place, with `startBytes` of each. */
export async function listQuarantine(
  tx: Tx,
  channelIds: readonly string[],
  before: { at: Date; id: string } | null,
  limit: number,
  startBytes: number,
): Promise<QuarantinedMail[]> {
  const earlier = before ? sql`and (r.received_at, r.id) < (${before.at}, ${before.id}::uuid)` : sql``
  const found = await sql<QuarantinedMail>`select r.id, r.channel_id, ch.name as channel_name,
      substring(r.body from 1 for ${startBytes}::integer) as start, r.size, coalesce(r.reason, '') as reason,
      coalesce(r.detail, '') as detail, r.attempts, r.received_at
    from raw_messages r join channels ch on ch.workspace_id = r.workspace_id and ch.id = r.channel_id
    where r.workspace_id = ${tx.workspaceId} and r.state = 'quarantined' and r.state <> 'understood'
      and r.channel_id = any(${[...channelIds]}::uuid[]) ${earlier}
    order by r.received_at desc, r.id desc limit ${sql.lit(limit)}`.execute(tx.q)
  return found.rows
}
