import { mayDeleteCase } from '#domain/cases/permissions.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { accessCase } from './access.ts'
import { releaseMessages, updateCase } from './store.ts'

/** Deletes a case softly: hidden everywhere, its number never used again, its messages without a case (BK-16, CF-04). */
export async function deleteCase(ctx: Context, actor: Actor, number: number): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const { row } = await accessCase(tx, actor, number, mayDeleteCase)
    await releaseMessages(tx, row.id)
    await updateCase(tx, row, { deleted_at: tx.now }, actor.userId)
    tx.record({
      kind: 'case.deleted',
      actor: { kind: 'user', id: actor.userId },
      caseId: row.id,
      channelId: row.channel_id,
      data: { number: row.number, subject: row.subject, status: row.status },
    })
  })
}
