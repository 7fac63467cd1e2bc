import type { z } from 'zod'
import type { messageShape } from '#domain/conversations/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { accessMessage } from './access.ts'
import { readMessage } from './list-messages.ts'
import { messageView } from './view.ts'

/** A message as it is now, for its page and for the answer of every change. Refused with MESSAGE_NOT_FOUND. */
export async function showMessage(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<z.input<typeof messageShape>> {
  return ctx.database.read(actor.workspaceId, async tx => {
    const [, row] = await Promise.all([accessMessage(tx, actor, id), readMessage(tx, actor, id)])
    return messageView(actor, row!)
  })
}
