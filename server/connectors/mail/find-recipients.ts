import { addressParts } from '#domain/customers/address.ts'
import type { Queries } from '#server/platform/db/queries.ts'

/** A channel that mail to an address belongs to. */
export type Recipient = { workspaceId: string; channelId: string; address: string }

/**
 * The channel behind an address of an envelope, with or without something after a plus (reply tokens);
 * null where there is none. Throws when the database does not answer.
 */
export async function findChannelByRecipient(global: Queries, address: string): Promise<Recipient | null> {
  const parts = addressParts(address)
  if (!parts) return null
  const whole = `${parts.local}@${parts.domain}`.toLowerCase()
  const base = `${parts.base}@${parts.domain}`.toLowerCase()
  const rows = await global
    .selectFrom('inbound_addresses')
    .select(['address', 'workspace_id', 'channel_id'])
    .where('address', 'in', [whole, base])
    .execute()
  const row = rows.find(candidate => candidate.address === whole) ?? rows[0]
  return row ? { workspaceId: row.workspace_id, channelId: row.channel_id, address } : null
}
