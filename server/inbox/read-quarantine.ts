import type { z } from 'zod'
import type { quarantinePageShape } from '#domain/inbox/wire.ts'
import { type Actor, needs, readableChannels } from '#domain/people/actor.ts'
import { glanceAtHeaders, glanceBytes } from '#server/conversations/glance-at-headers.ts'
import { readPlace } from '#server/conversations/read-place.ts'
import type { Context } from '#server/platform/context.ts'
import { writeCursor } from '#server/platform/http/cursor.ts'
import { insist } from '#server/platform/refusal.ts'
import { listQuarantine } from './list-quarantine.ts'

/** One page of the mail in quarantine of the channels that the actor may read. Refused with NO_PERMISSION. */
export async function readQuarantine(
  ctx: Context,
  actor: Actor,
  query: { after?: string | undefined; limit: number },
): Promise<z.input<typeof quarantinePageShape>> {
  insist(needs(actor, 'quarantine.manage'))
  const before = readPlace('after', query.after)
  const rows = await ctx.database.read(actor.workspaceId, tx =>
    listQuarantine(tx, readableChannels(actor), before, query.limit + 1, glanceBytes),
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => ({
      id: row.id,
      channel: { id: row.channel_id, name: row.channel_name },
      ...glanceAtHeaders(row.start),
      size: row.size,
      reason: row.reason,
      detail: row.detail,
      attempts: row.attempts,
      receivedAt: row.received_at.toISOString(),
    })),
    next: rows.length > query.limit && last ? writeCursor([last.received_at.toISOString(), last.id]) : null,
  }
}
