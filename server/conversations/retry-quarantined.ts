import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { accessQuarantined } from './access.ts'
import { releaseRaw } from './raw-store.ts'
import { queueReading } from './receive-mail.ts'

/** Lets a mail out of quarantine to be read once more, with all its tries (D5). Nothing happens if it is out already. */
export async function retryQuarantined(ctx: Context, actor: Actor, id: string): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const raw = await accessQuarantined(tx, actor, id)
    if (!(await releaseRaw(tx, id))) return
    await queueReading(tx, id)
    tx.record({
      kind: 'mail.released',
      actor: { kind: 'user', id: actor.userId },
      channelId: raw.channel_id,
      data: { rawId: id, reason: raw.reason },
    })
  })
}
