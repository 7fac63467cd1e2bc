import type { z } from 'zod'
import type { intakeShape } from '#domain/conversations/wire.ts'
import { type Actor, needsLevel } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { hashOf, newId } from '#server/platform/ids.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { findMessageChannel } from './find-channel.ts'
import { keepIntake } from './keep-intake.ts'
import { findMessageOfRaw } from './message-store.ts'
import { findRaw, findRawByFingerprint, insertRaw } from './raw-store.ts'
import { queueReading } from './receive-mail.ts'

export type IntakeMessage = z.output<typeof intakeShape>

/**
 * Takes a message from another system of the user (source Platform, IN-18). Stored as it came before it is
 * understood; the sender's own id makes it the same message however often it is sent, whatever else it then
 * says (CV-18). Answers with the id of the message it has become.
 */
export async function takeIntake(
  ctx: Context,
  actor: Actor,
  channelId: string,
  message: IntakeMessage,
): Promise<{ messageId: string; duplicate: boolean }> {
  const { rawId, duplicate } = await store(ctx, actor, channelId, message)
  const raw = await ctx.database.read(actor.workspaceId, tx => findRaw(tx, rawId))
  if (!raw) throw new Error('A raw message that was just stored is gone.')
  if (raw.state === 'received') await keepIntake(ctx, raw)
  const row = await ctx.database.read(actor.workspaceId, tx => findMessageOfRaw(tx, rawId))
  if (!row) throw new Error('A message that was taken in has not become one.')
  return { messageId: row.id, duplicate }
}

async function store(
  ctx: Context,
  actor: Actor,
  channelId: string,
  message: IntakeMessage,
): Promise<{ rawId: string; duplicate: boolean }> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const channel = await findMessageChannel(tx, channelId)
    if (!channel || !needsLevel(actor, channelId, 'read_only').ok)
      throw new Refused('CHANNEL_NOT_FOUND', { channelId })
    insist(needsLevel(actor, channelId, 'can_reply'))
    if (channel.kind !== 'api') throw new Refused('NOT_AN_INTAKE_CHANNEL', { kind: channel.kind })
    const id = newId()
    const fingerprint = hashOf(message.id)
    const isNew = await insertRaw(tx, {
      id,
      channelId,
      via: 'api',
      fingerprint,
      envelope: { from: message.from.handle, to: [], remote: null, arrivedAt: null },
      body: Buffer.from(JSON.stringify(message)),
      mailId: null,
    })
    // In case we die before the message is written below.
    if (isNew) await queueReading(tx, id)
    const known = isNew ? undefined : await findRawByFingerprint(tx, channelId, fingerprint)
    return { rawId: known?.id ?? id, duplicate: !isNew }
  })
}
