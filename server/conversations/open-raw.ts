import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { RawMessagesRow } from '#server/platform/db/tables.ts'
import { Refused } from '#server/platform/refusal.ts'
import { accessMessage, accessQuarantined } from './access.ts'
import { findRaw } from './raw-store.ts'

/** Something as it came in, ready to be downloaded. */
export type RawDownload = { body: Buffer; name: string; mediaType: string }

/** A message exactly as it came in. Refused with MESSAGE_NOT_FOUND for messages that went out. */
export async function openRawMessage(ctx: Context, actor: Actor, id: string): Promise<RawDownload> {
  return ctx.database.read(actor.workspaceId, async tx => {
    const message = await accessMessage(tx, actor, id)
    const raw = message.raw_id === null ? undefined : await findRaw(tx, message.raw_id)
    if (!raw) throw new Refused('MESSAGE_NOT_FOUND', { id })
    return download(raw)
  })
}

/** A mail in quarantine exactly as it came in. */
export async function openQuarantined(ctx: Context, actor: Actor, id: string): Promise<RawDownload> {
  return ctx.database.read(actor.workspaceId, async tx => download(await accessQuarantined(tx, actor, id)))
}

function download(raw: RawMessagesRow): RawDownload {
  const isMail = raw.via !== 'api'
  return {
    body: raw.body,
    name: `message-${raw.id}.${isMail ? 'eml' : 'json'}`,
    mediaType: isMail ? 'message/rfc822' : 'application/json',
  }
}
