import { z } from 'zod'
import { idShape } from './shapes.ts'

/**
 * What the live stream (GET /events, server-sent) tells: that something this actor may see has changed.
 * The browser fetches what it shows anew; it never has to trust a payload. `reset` says that too much
 * was missed and everything on screen should be fetched again.
 */
export const liveEventShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), number: z.int(), change: z.string(), byMe: z.boolean() }),
  z.object({
    kind: z.literal('conversation'),
    id: idShape,
    channelId: idShape,
    change: z.string(),
    byMe: z.boolean(),
  }),
  z.object({ kind: z.literal('notification'), id: idShape }),
  z.object({ kind: z.literal('quarantine'), channelId: idShape }),
  z.object({ kind: z.literal('settings'), area: z.string() }),
  z.object({ kind: z.literal('reset') }),
])
export type LiveEvent = z.infer<typeof liveEventShape>
