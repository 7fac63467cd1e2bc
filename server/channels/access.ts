import { possibleAddresses } from '#domain/channels/address.ts'
import type { ChannelKind } from '#domain/channels/kinds.ts'
import { levelOn } from '#domain/channels/permissions.ts'
import type { MailServer } from '#domain/channels/server.ts'
import type { ChannelOptions } from '#domain/channels/wire.ts'
import { type AccessLevel, reaches } from '#domain/people/access-level.ts'
import type { Actor } from '#domain/people/actor.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Refused } from '#server/platform/refusal.ts'
import { openPasswords } from './passwords.ts'
import { type ChannelRow, findByAddress, findChannel } from './store.ts'

/**
 * A channel on which the actor has at least `level`. One that they cannot read is not there for them
 * (CHANNEL_NOT_FOUND); on one that they can read, a lower level refuses CHANNEL_ACCESS_TOO_LOW (AX-14..16).
 */
export async function accessChannel(
  tx: Tx,
  actor: Actor,
  id: string,
  level: AccessLevel,
  lock: 'for update' | '' = '',
): Promise<ChannelRow> {
  const held = levelOn(actor, id)
  const channel = reaches(held, 'read_only') ? await findChannel(tx, id, lock) : null
  if (!channel) throw new Refused('CHANNEL_NOT_FOUND')
  if (!reaches(held, level)) throw new Refused('CHANNEL_ACCESS_TOO_LOW', { channelId: id, level })
  return channel
}

/** The channel a mail to this address belongs to, whatever stands behind a plus sign; null if none. */
export async function findChannelByAddress(
  ctx: Pick<Context, 'database'>,
  address: string,
): Promise<{ workspaceId: string; channelId: string } | null> {
  const possible = possibleAddresses(address)
  if (possible.length === 0) return null
  const found = await findByAddress(globalQueries(ctx.database), possible)
  for (const one of possible) {
    const row = found.find(each => each.address === one)
    if (row) return { workspaceId: row.workspace_id, channelId: row.channel_id }
  }
  return null
}

/** A mail server with its password opened: for whoever connects to it, and for nobody's eyes. */
export type OpenServer = MailServer & { password: string | null }

/** What fetching, understanding and sending need to know of a channel. */
export type IntakeChannel = {
  id: string
  kind: ChannelKind
  name: string
  address: string | null
  groupId: string | null
  options: ChannelOptions
  senderName: string
  defaultTeamId: string | null
  imap: OpenServer | null
  smtp: OpenServer | null
}

/** A channel for the machinery of mail, with opened secrets; null if it is deleted. */
export async function channelForIntake(
  ctx: Pick<Context, 'seal'>,
  tx: Tx,
  channelId: string,
): Promise<IntakeChannel | null> {
  const row = await findChannel(tx, channelId, '')
  if (!row) return null
  const passwords = openPasswords(ctx, row.secrets)
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    groupId: row.group_id,
    options: row.options,
    senderName: row.options.senderName,
    defaultTeamId: row.options.defaultTeamId,
    imap: row.imap ? { ...row.imap, password: passwords.imap ?? null } : null,
    smtp: row.smtp ? { ...row.smtp, password: passwords.smtp ?? null } : null,
  }
}
