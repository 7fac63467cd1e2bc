import { mayWorkCase } from '#domain/cases/permissions.ts'
import { shorten } from '#domain/kernel/text.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { CasesRow, CommentsRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { accessCase } from './access.ts'
import { insertComment, updateCase } from './store.ts'

export type CommentWish = { text: string; mentions: string[] }

/** Adds an internal comment, in any status; it moves no timer (ACT-06..08, AC-04). */
export async function commentOnCase(
  ctx: Context,
  actor: Actor,
  number: number,
  wish: CommentWish,
): Promise<CommentsRow> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const { row } = await accessCase(tx, actor, number, mayWorkCase)
    const comment = await addComment(tx, actor, row, wish)
    await updateCase(tx, row, {}, actor.userId)
    return comment
  })
}

/** The same inside the transaction that opens the case (IN-05): `opening` comments come with the alert of the assignment. */
export async function addComment(
  tx: Tx,
  actor: Actor,
  row: CasesRow,
  wish: CommentWish,
  opening = false,
): Promise<CommentsRow> {
  const comment = await insertComment(tx, { id: newId(), caseId: row.id, authorId: actor.userId, ...wish })
  tx.record({
    kind: 'case.commented',
    actor: { kind: 'user', id: actor.userId },
    caseId: row.id,
    channelId: row.channel_id,
    data: {
      number: row.number,
      subject: row.subject,
      commentId: comment.id,
      excerpt: shorten(wish.text, 140),
      mentions: wish.mentions,
      ...(opening ? { opening } : {}),
    },
  })
  return comment
}
