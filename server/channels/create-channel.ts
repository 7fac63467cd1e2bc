import type { z } from 'zod'
import { normalAddress } from '#domain/channels/address.ts'
import type { ChannelKind } from '#domain/channels/kinds.ts'
import { mayCreateChannel } from '#domain/channels/permissions.ts'
import type { AccessEntry, Channel, ChannelOptions, createChannelShape } from '#domain/channels/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import { firstLevelOfRole, rolesWithAllChannels } from '#domain/people/permissions.ts'
import { accessCircle } from '#server/people/access.ts'
import type { Context } from '#server/platform/context.ts'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { Invalid, insist, Refused } from '#server/platform/refusal.ts'
import { replaceAccess } from './access-store.ts'
import { changedServer, openPasswords, sealPasswords } from './passwords.ts'
import { addChannel, type ChannelValues, claimAddress, findChannel } from './store.ts'
import { channelView } from './view.ts'

type Input = z.output<typeof createChannelShape>

/** What a channel of a kind starts with: late messages open new cases where mail comes in (SE-06, D-05). */
export function firstOptions(kind: ChannelKind): ChannelOptions {
  return { createOnLateMessage: kind === 'email', defaultTeamId: null, senderName: '' }
}

/** Who has which level on a new channel until somebody changes it. */
export function firstAccess(): AccessEntry[] {
  return Object.entries(firstLevelOfRole).map(([role, level]) => ({
    subject: { kind: 'role', role: role as keyof typeof firstLevelOfRole },
    level,
  }))
}

/**
 * Adds a channel. Refuses NO_PERMISSION, NAME_TAKEN, ADDRESS_TAKEN (by a channel of any workspace),
 * GROUP_NOT_FOUND, TEAM_NOT_FOUND. Invalid without an address for mail, or with mail servers for anything else.
 */
export async function createChannel(ctx: Context, actor: Actor, input: Input): Promise<Channel> {
  insist(mayCreateChannel(actor))
  const address = addressOf(input)
  const work = ctx.database.write(actor.workspaceId, async tx => {
    const id = newId()
    const values = await valuesOf(ctx, tx, input)
    await addChannel(tx, { ...values, id, kind: input.kind, address })
    if (address && !(await claimAddress(tx, address, id))) throw new Refused('ADDRESS_TAKEN')
    await replaceAccess(tx, id, [...firstAccess(), ...entryOfMaker(actor)])
    tx.record({
      kind: 'channel.created',
      actor: { kind: 'user', id: actor.userId },
      channelId: id,
      data: { name: input.name, kind: input.kind, address, groupId: values.groupId },
    })
    const row = (await findChannel(tx, id, ''))!
    return channelView(withFull(actor, id), row, openPasswords(ctx, row.secrets))
  })
  return orNameTaken(work)
}

/** Turns the broken uniqueness of a channel's name into NAME_TAKEN. */
export function orNameTaken<T>(work: Promise<T>): Promise<T> {
  return work.catch(error => {
    throw brokenConstraint(error, 'channels_name') ? new Refused('NAME_TAKEN') : error
  })
}

function addressOf(input: Input): string | null {
  if (input.kind === 'email') {
    if (!input.address) throw new Invalid('address', 'A channel for e-mail needs an address.')
    return normalAddress(input.address)
  }
  if (input.address) throw new Invalid('address', 'Only channels for e-mail have an address.')
  if (input.imap || input.smtp) throw new Invalid('imap', 'Only channels for e-mail have mail servers.')
  return null
}

async function valuesOf(ctx: Context, tx: Tx, input: Input): Promise<ChannelValues> {
  const imap = changedServer(null, undefined, input.imap ?? null)
  const smtp = changedServer(null, undefined, input.smtp ?? null)
  const options = { ...firstOptions(input.kind), ...withoutGaps(input.options ?? {}) }
  await insistOnPlaces(tx, input.groupId ?? null, options)
  return {
    name: input.name,
    groupId: input.groupId ?? null,
    options,
    imap: imap.server,
    smtp: smtp.server,
    secrets: sealPasswords(ctx, {
      ...(imap.password ? { imap: imap.password } : {}),
      ...(smtp.password ? { smtp: smtp.password } : {}),
    }),
  }
}

/** The options that were given, without those that were left out. */
export function withoutGaps(options: { [Key in keyof ChannelOptions]?: ChannelOptions[Key] | undefined }) {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<ChannelOptions>
}

/** Group and default team exist. Refuses GROUP_NOT_FOUND, TEAM_NOT_FOUND. */
export async function insistOnPlaces(tx: Tx, groupId: string | null, options: ChannelOptions): Promise<void> {
  if (groupId) await accessCircle(tx, 'group', groupId)
  if (options.defaultTeamId) await accessCircle(tx, 'team', options.defaultTeamId)
}

/** Whoever makes a channel without reaching all of them gets Full on it by name. */
function entryOfMaker(actor: Actor): AccessEntry[] {
  if (rolesWithAllChannels.includes(actor.role)) return []
  return [{ subject: { kind: 'user', userId: actor.userId }, level: 'full' }]
}

function withFull(actor: Actor, channelId: string): Actor {
  return { ...actor, channelLevels: { ...actor.channelLevels, [channelId]: 'full' } }
}
