import type { z } from 'zod'
import type { Actor } from '#domain/people/actor.ts'
import type { createTokenShape, Token } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { hashOf, newId, newSecret } from '#server/platform/ids.ts'
import { Invalid, Refused } from '#server/platform/refusal.ts'
import { addToken, removeToken } from './token-store.ts'
import { tokenView } from './view.ts'

/** Makes an API token that may do what its maker may; its value is told this once and kept as a hash only. Invalid for an end in the past. */
export function createToken(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof createTokenShape>,
): Promise<Token> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
    if (expiresAt && expiresAt <= tx.now) throw new Invalid('expiresAt', 'Choose a moment in the future.')
    const value = newSecret('dkt')
    const token = {
      hash: hashOf(value),
      workspace_id: tx.workspaceId,
      id: newId(),
      user_id: actor.userId,
      name: input.name,
      created_at: tx.now,
      expires_at: expiresAt,
    }
    await addToken(tx.q, token)
    tx.record({
      kind: 'token.created',
      actor: { kind: 'user', id: actor.userId },
      data: { tokenId: token.id, name: token.name, expiresAt },
    })
    return tokenView({ ...token, last_used_at: null }, value)
  })
}

/** Ends one of one's own API tokens. Refuses TOKEN_NOT_FOUND. */
export function deleteToken(ctx: Context, actor: Actor, id: string): Promise<void> {
  return ctx.database.write(actor.workspaceId, async tx => {
    const name = await removeToken(tx.q, tx.workspaceId, actor.userId, id)
    if (name === null) throw new Refused('TOKEN_NOT_FOUND')
    tx.record({
      kind: 'token.deleted',
      actor: { kind: 'user', id: actor.userId },
      data: { tokenId: id, name },
    })
  })
}
