import type { z } from 'zod'
import { mayManageChannel, mayManageConnections } from '#domain/channels/permissions.ts'
import type { Channel, changeChannelShape } from '#domain/channels/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Invalid, insist, Refused } from '#server/platform/refusal.ts'
import { accessChannel } from './access.ts'
import { insistOnPlaces, orNameTaken, withoutGaps } from './create-channel.ts'
import { changedServer, openPasswords, type Passwords, sealPasswords } from './passwords.ts'
import {
  type ChannelRow,
  type ChannelValues,
  countActiveCases,
  findChannel,
  markDeleted,
  updateChannel,
} from './store.ts'
import { channelView } from './view.ts'

type Change = z.output<typeof changeChannelShape>

/**
 * Changes a channel; where it connects only for those who manage channels. Refuses CHANNEL_NOT_FOUND,
 * CHANNEL_ACCESS_TOO_LOW, NO_PERMISSION, NAME_TAKEN, CONFLICT, GROUP_NOT_FOUND, TEAM_NOT_FOUND.
 */
export function changeChannel(ctx: Context, actor: Actor, id: string, change: Change): Promise<Channel> {
  const work = async (tx: Tx) => {
    const before = await accessChannel(tx, actor, id, 'read_only', 'for update')
    insist(mayManageChannel(actor, id))
    const connects = change.imap !== undefined || change.smtp !== undefined
    if (connects) insist(mayManageConnections(actor))
    if ((change.imap || change.smtp) && before.kind !== 'email') {
      throw new Invalid('imap', 'Only channels for e-mail have mail servers.')
    }
    const present = () => channelView(actor, before, openPasswords(ctx, before.secrets))
    if (change.version !== undefined && change.version !== before.version) {
      throw new Refused('CONFLICT', { current: present() })
    }
    const values = changedValues(ctx, before, change, connects)
    await insistOnPlaces(tx, values.groupId, values.options)
    await updateChannel(tx, id, values)
    tx.record({
      kind: 'channel.changed',
      actor: { kind: 'user', id: actor.userId },
      channelId: id,
      data: { name: values.name, before: told(before), after: told(values), connectionChanged: connects },
    })
    const after = (await findChannel(tx, id, ''))!
    return channelView(actor, after, openPasswords(ctx, after.secrets))
  }
  return orNameTaken(ctx.database.write(actor.workspaceId, work))
}

function changedValues(ctx: Context, before: ChannelRow, change: Change, connects: boolean): ChannelValues {
  const values = {
    name: change.name ?? before.name,
    groupId: change.groupId === undefined ? before.group_id : change.groupId,
    options: { ...before.options, ...withoutGaps(change.options ?? {}) },
  }
  if (!connects) return { ...values, imap: before.imap, smtp: before.smtp, secrets: before.secrets }
  const passwords = openPasswords(ctx, before.secrets)
  const imap = changedServer(before.imap, passwords.imap, change.imap)
  const smtp = changedServer(before.smtp, passwords.smtp, change.smtp)
  const kept: Passwords = {
    ...(imap.password ? { imap: imap.password } : {}),
    ...(smtp.password ? { smtp: smtp.password } : {}),
  }
  return { ...values, imap: imap.server, smtp: smtp.server, secrets: sealPasswords(ctx, kept) }
}

/** What an event tells of a channel: nothing of where it connects. */
function told(channel: ChannelValues | ChannelRow) {
  const groupId = 'groupId' in channel ? channel.groupId : channel.group_id
  return { name: channel.name, groupId, options: channel.options }
}

/**
 * Deletes a channel: its address is free again, its secrets are gone, its cases stay readable. Refuses
 * CHANNEL_NOT_FOUND, CHANNEL_ACCESS_TOO_LOW, and IN_USE while it has active cases.
 */
export function deleteChannel(ctx: Context, actor: Actor, id: string): Promise<void> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const channel = await accessChannel(tx, actor, id, 'read_only', 'for update')
    insist(mayManageChannel(actor, id))
    const cases = await countActiveCases(tx, id)
    if (cases > 0) throw new Refused('IN_USE', { cases })
    await markDeleted(tx, id)
    tx.record({
      kind: 'channel.deleted',
      actor: { kind: 'user', id: actor.userId },
      channelId: id,
      data: { name: channel.name, kind: channel.kind, address: channel.address },
    })
  })
}
