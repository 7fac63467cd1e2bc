import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { MINUTE } from '#domain/kernel/moments.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import type { Context } from '#server/platform/context.ts'
import type { Queries } from '#server/platform/db/queries.ts'
import { hashOf } from '#server/platform/ids.ts'
import { createActorCache } from './actor-cache.ts'
import { findActor } from './find-actor.ts'
import { findToken, markTokenUsed } from './token-store.ts'

/** Tells who is behind a request. */
export type Identifier = {
  /** The active person of the session cookie or the API token; null for nobody. Throws only when the database is away. */
  identify(request: FastifyRequest): Promise<Actor | null>
  /** Forgets what this process remembers of a person, or of everybody in a workspace (A5, Z6). */
  forget(workspaceId: string, userId?: string): void
}

type Needs = Pick<Context, 'database' | 'clock' | 'log'>

/** Identifies by cookie or token. Whoever sends an Authorization header is judged by it alone. */
export function createIdentifier(ctx: Needs, auth: Auth): Identifier {
  const cache = createActorCache()
  const q = globalQueries(ctx.database)
  auth.onEnded(() => cache.forget())
  return {
    async identify(request) {
      const { authorization } = request.headers
      if (authorization !== undefined) {
        const token = /^Bearer ([\x21-\x7e]{1,400})$/u.exec(authorization)?.[1]
        return token ? cache.get(`t${digest(token)}`, () => actorOfToken(ctx, q, token)) : null
      }
      const cookie = request.cookies[auth.cookieName]
      if (!cookie || cookie.length > 1_000) return null
      return cache.get(`c${digest(cookie)}`, () => actorOfSession(ctx, auth, cookie))
    },
    forget: (workspaceId, userId) => cache.forget(workspaceId, userId),
  }
}

function digest(secret: string): string {
  return hash('sha256', secret, 'base64url')
}

async function actorOfSession(ctx: Needs, auth: Auth, cookie: string): Promise<Actor | null> {
  const session = await auth.sessionOf(`${auth.cookieName}=${encodeURIComponent(cookie)}`)
  if (!session) return null
  return ctx.database.read(session.workspaceId, tx => findActor(tx, { loginId: session.loginId }))
}

async function actorOfToken(ctx: Needs, q: Queries, value: string): Promise<Actor | null> {
  const now = ctx.clock.now()
  const token = await findToken(q, hashOf(value))
  if (!token || (token.expires_at && token.expires_at <= now)) return null
  const minuteAgo = new Date(now.getTime() - MINUTE)
  if (!token.last_used_at || token.last_used_at < minuteAgo) {
    // Nobody waits for this note, and a request does not fail because it could not be made.
    markTokenUsed(q, token.hash, now, minuteAgo).catch(error =>
      ctx.log.warn({ err: error }, 'could not note the use of a token'),
    )
  }
  return ctx.database.read(token.workspace_id, tx => findActor(tx, { userId: token.user_id }))
}
