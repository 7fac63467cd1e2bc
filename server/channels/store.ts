import { type SqlBool, sql } from 'kysely'
import type { ChannelKind } from '#domain/channels/kinds.ts'
import type { MailServer } from '#domain/channels/server.ts'
import type { ChannelOptions } from '#domain/channels/wire.ts'
import type { Queries } from '#server/platform/db/queries.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A channel as stored, with its group's name and how its mailbox is doing. */
export type ChannelRow = {
  id: string
  kind: ChannelKind
  name: string
  address: string | null
  group_id: string | null
  group_name: string | null
  options: ChannelOptions
  imap: MailServer | null
  smtp: MailServer | null
  secrets: Buffer | null
  created_at: Date
  version: number
  mailbox: { state: 'idle' | 'connected' | 'failing'; since: string; reason: string | null } | null
}

const columns = sql`c.id, c.kind, c.name, c.address, c.group_id, g.name as group_name, c.options, c.imap, c.smtp,
  c.secrets, c.created_at, c.version,
  (select json_build_object('state', p.state, 'since', p.state_since, 'reason', p.reason)
    from mailbox_positions p where p.workspace_id = c.workspace_id and p.channel_id = c.id
    order by p.state = 'failing' desc, p.state_since desc limit 1) as mailbox`

function channels(tx: Tx) {
  return sql`channels c left join groups g on g.workspace_id = c.workspace_id and g.id = c.group_id
    where c.workspace_id = ${tx.workspaceId} and c.deleted_at is null`
}

/** Channels by name: those of `ids`, or all of them for null. */
export async function listChannels(tx: Tx, ids: readonly string[] | null): Promise<ChannelRow[]> {
  const wanted = ids ? sql<SqlBool>`c.id = any(${[...ids]}::uuid[])` : sql<SqlBool>`true`
  const answer = await sql<ChannelRow>`
    select ${columns} from ${channels(tx)} and ${wanted} order by c.name, c.id`.execute(tx.q)
  return answer.rows
}

/** One channel that is not deleted, or null; `lock` holds it until the transaction ends. */
export async function findChannel(tx: Tx, id: string, lock: 'for update' | ''): Promise<ChannelRow | null> {
  const answer = await sql<ChannelRow>`
    select ${columns} from ${channels(tx)} and c.id = ${id}
    ${lock ? sql`for update of c` : sql``}`.execute(tx.q)
  return answer.rows[0] ?? null
}

/** What of a channel is written. */
export type ChannelValues = {
  name: string
  groupId: string | null
  options: ChannelOptions
  imap: MailServer | null
  smtp: MailServer | null
  secrets: Buffer | null
}

function asColumns(values: ChannelValues) {
  return {
    name: values.name,
    group_id: values.groupId,
    options: JSON.stringify(values.options),
    imap: values.imap ? JSON.stringify(values.imap) : null,
    smtp: values.smtp ? JSON.stringify(values.smtp) : null,
    secrets: values.secrets,
  }
}

/** Adds a channel. A name in use breaks channels_name. */
export async function addChannel(
  tx: Tx,
  channel: ChannelValues & { id: string; kind: ChannelKind; address: string | null },
): Promise<void> {
  await tx.q
    .insertInto('channels')
    .values({
      workspace_id: tx.workspaceId,
      id: channel.id,
      kind: channel.kind,
      address: channel.address,
      created_at: tx.now,
      ...asColumns(channel),
    })
    .execute()
}

/** Writes a channel's changed values and counts its version up. */
export async function updateChannel(tx: Tx, id: string, values: ChannelValues): Promise<void> {
  await tx.q
    .updateTable('channels')
    .set(eb => ({ ...asColumns(values), version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Deletes a channel softly: its cases and who may read them stay, its secrets, group and address do not. */
export async function markDeleted(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('channels')
    .set(eb => ({
      deleted_at: tx.now,
      group_id: null,
      imap: null,
      smtp: null,
      secrets: null,
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
  await tx.q
    .deleteFrom('inbound_addresses')
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', id)
    .execute()
}

/** How many active cases a channel has, counted to a hundred. */
export async function countActiveCases(tx: Tx, id: string): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from cases k
      where k.workspace_id = ${tx.workspaceId} and k.channel_id = ${id} and k.deleted_at is null
        and k.status in ('new', 'open', 'waiting', 'on_hold') limit 100) as active`.execute(tx.q)
  return answer.rows[0]!.count
}

/** Takes an address for a channel; false if some channel of any workspace has it. */
export async function claimAddress(tx: Tx, address: string, channelId: string): Promise<boolean> {
  const row = await tx.q
    .insertInto('inbound_addresses')
    .values({ address, workspace_id: tx.workspaceId, channel_id: channelId })
    .onConflict(conflict => conflict.column('address').doNothing())
    .returning('address')
    .executeTakeFirst()
  return row !== undefined
}

/** The channels that have one of these addresses. */
export function findByAddress(
  q: Queries,
  addresses: readonly string[],
): Promise<{ address: string; workspace_id: string; channel_id: string }[]> {
  return q
    .selectFrom('inbound_addresses')
    .selectAll()
    .where('address', 'in', [...addresses])
    .execute()
}

/** Names in use that begin like this one. */
export async function findNamesLike(tx: Tx, name: string): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('channels')
    .select('name')
    .where('workspace_id', '=', tx.workspaceId)
    .where('deleted_at', 'is', null)
    .where(eb => eb(eb.fn('left', ['name', eb.val(name.length)]), '=', name))
    .execute()
  return rows.map(row => row.name)
}
