import { createTokenShape, oneShape, tokenPageShape, tokenShape } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { createToken, deleteToken } from './create-token.ts'
import { tellOnce } from './origin.ts'
import { listTokens } from './token-store.ts'
import { tokenView } from './view.ts'

/** Doors of /tokens: one's own API tokens. */
export function tokenRoutes(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/tokens',
      resource: 'Tokens',
      summary: 'My API tokens, newest first',
      answer: tokenPageShape,
      async handle({ actor }) {
        const rows = await ctx.database.read(actor.workspaceId, tx =>
          listTokens(tx.q, tx.workspaceId, actor.userId),
        )
        return { items: rows.map(row => tokenView(row, null)), next: null }
      },
    }),
    door({
      method: 'POST',
      path: '/tokens',
      resource: 'Tokens',
      summary: 'Make an API token; its value is in this answer only',
      body: createTokenShape,
      answer: tokenShape,
      status: 201,
      handle({ actor, body, reply }) {
        tellOnce(reply)
        return createToken(ctx, actor, body)
      },
    }),
    door({
      method: 'DELETE',
      path: '/tokens/:id',
      resource: 'Tokens',
      summary: 'End one of my API tokens',
      params: oneShape,
      handle: ({ actor, params }) => deleteToken(ctx, actor, params.id),
    }),
  ]
}
