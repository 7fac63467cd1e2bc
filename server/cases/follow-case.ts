import { mayWorkCase } from '#domain/cases/permissions.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { accessCase } from './access.ts'
import { insistOnAssignee } from './assign-case.ts'
import { findUserName } from './find-names.ts'
import { addCollaborator, removeCollaborator, updateCase } from './store.ts'

/** Lets a person follow a case without owning it (AS-14); its owner is never listed (AS-15). */
export async function followCase(ctx: Context, actor: Actor, number: number, userId: string): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const { row } = await accessCase(tx, actor, number, mayWorkCase)
    if (row.assignee_id === userId) return
    const person = await insistOnAssignee(tx, userId, row.channel_id)
    if (!(await addCollaborator(tx, row.id, userId))) return
    tx.record({
      kind: 'case.follower_added',
      actor: { kind: 'user', id: actor.userId },
      caseId: row.id,
      channelId: row.channel_id,
      data: { number: row.number, subject: row.subject, userId, user: person.name },
    })
    await updateCase(tx, row, {}, actor.userId)
  })
}

/** Ends that. */
export async function unfollowCase(
  ctx: Context,
  actor: Actor,
  number: number,
  userId: string,
): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const { row } = await accessCase(tx, actor, number, mayWorkCase)
    if (!(await removeCollaborator(tx, row.id, userId))) return
    tx.record({
      kind: 'case.follower_removed',
      actor: { kind: 'user', id: actor.userId },
      caseId: row.id,
      channelId: row.channel_id,
      data: { number: row.number, userId, user: await findUserName(tx, userId) },
    })
    await updateCase(tx, row, {}, actor.userId)
  })
}
