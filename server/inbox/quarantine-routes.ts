import { z } from 'zod'
import { quarantinePageShape } from '#domain/inbox/wire.ts'
import { idShape } from '#domain/kernel/shapes.ts'
import { openQuarantined } from '#server/conversations/open-raw.ts'
import { retryQuarantined } from '#server/conversations/retry-quarantined.ts'
import { serveForeign } from '#server/conversations/serve-bytes.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { readQuarantine } from './read-quarantine.ts'

const byId = z.object({ id: idShape })

/** The doors of mail that could not be understood: nothing of it is hidden from those who look after it (B2, D5). */
export function quarantineDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/quarantine',
      resource: 'Quarantine',
      summary: 'Mail that could not be understood, newest first',
      query: z.strictObject({
        after: z.string().max(400).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
      answer: quarantinePageShape,
      handle: ({ actor, query }) => readQuarantine(ctx, actor, query),
    }),
    door({
      method: 'GET',
      path: '/quarantine/:id/raw',
      resource: 'Quarantine',
      summary: 'Such a mail, exactly as it came',
      params: byId,
      status: 200,
      handle: async ({ actor, params, reply }) => {
        const raw = await openQuarantined(ctx, actor, params.id)
        serveForeign(reply, raw)
        return raw.body
      },
    }),
    door({
      method: 'POST',
      path: '/quarantine/:id/retry',
      resource: 'Quarantine',
      summary: 'Try to understand it once more',
      params: byId,
      handle: ({ actor, params }) => retryQuarantined(ctx, actor, params.id),
    }),
  ]
}
