import type { ChannelKind } from '#domain/channels/kinds.ts'
import { type ChannelOptions, channelOptionsShape } from '#domain/channels/wire.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** What taking in and answering messages must know of their channel. */
export type MessageChannel = {
  id: string
  kind: ChannelKind
  name: string
  address: string | null
  options: ChannelOptions
}

/** The channel, unless it does not exist or has been deleted. */
export async function findMessageChannel(tx: Tx, id: string): Promise<MessageChannel | undefined> {
  const row = await tx.q
    .selectFrom('channels')
    .select(['id', 'kind', 'name', 'address', 'options'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const known = channelOptionsShape.partial().parse(row.options)
  return {
    ...row,
    options: {
      createOnLateMessage: known.createOnLateMessage ?? row.kind === 'email',
      defaultTeamId: known.defaultTeamId ?? null,
      senderName: known.senderName ?? '',
    },
  }
}

/** Which of these addresses belong to channels of any workspace: they are never written to (L7). */
export async function ownAddressesAmong(tx: Tx, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await tx.q
    .selectFrom('inbound_addresses')
    .select('address')
    .where('address', 'in', [...addresses])
    .execute()
  return new Set(rows.map(row => row.address))
}
