import type { Tx } from '#server/platform/db/tx.ts'
import { glanceAtHeaders } from './glance-at-headers.ts'
import { markQuarantined } from './raw-store.ts'

/** Why a raw message lies in quarantine: what the mail reader said of it, or what became of it otherwise. */
export type AsideReason =
  | 'deadline'
  | 'memory'
  | 'crash'
  | 'malformed'
  | 'size'
  | 'crashed'
  | 'failed'
  | 'too_large'
  | 'channel_deleted'

/** Puts a raw message into quarantine, where people see it with its reason (B2, D5); nothing if it is settled already. */
export async function putAside(
  tx: Tx,
  raw: { id: string; channelId: string; body: Uint8Array },
  reason: AsideReason,
  detail: string,
): Promise<void> {
  if (!(await markQuarantined(tx, raw.id, reason, detail.slice(0, 1_000)))) return
  tx.record({
    kind: 'mail.quarantined',
    actor: { kind: 'system' },
    channelId: raw.channelId,
    data: { rawId: raw.id, reason, ...glanceAtHeaders(raw.body) },
  })
}

/** Its channel was deleted before it was read: it is kept where people may still find it. */
export function putAsideWithoutChannel(
  tx: Tx,
  raw: { id: string; channel_id: string; body: Uint8Array },
): Promise<void> {
  const kept = { id: raw.id, channelId: raw.channel_id, body: raw.body }
  return putAside(tx, kept, 'channel_deleted', 'Its channel was deleted before this was read.')
}
