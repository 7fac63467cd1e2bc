import { after, MINUTE } from '#domain/kernel/moments.ts'
import type { Context } from '#server/platform/context.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { listDueBefore } from './outbox-store.ts'
import { listWaitingSince } from './raw-store.ts'
import { queueReading } from './receive-mail.ts'

const atOnce = 500

/**
 * Queues again what should long have been read or sent: jobs that were given up in an outage, or lost with a
 * queue. Comes round every minute; harmless where the job is still there (F9, U1).
 */
export async function resumeMail(ctx: Context, workspaceId: string): Promise<void> {
  await ctx.database.write(
    workspaceId,
    async tx => {
      for (const id of await listWaitingSince(tx, after(tx.now, -5 * MINUTE), atOnce))
        await queueReading(tx, id)
      for (const id of await listDueBefore(tx, after(tx.now, -2 * MINUTE), atOnce))
        await enqueue(tx, 'send_mail', { workspaceId, id }, { key: `send:${id}` })
    },
    'background',
  )
}
