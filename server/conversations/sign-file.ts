import { after, MINUTE } from '#domain/kernel/moments.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'

/** Long enough for a frame to load its pictures, short enough to be useless in a log (F6). */
const life = 5 * MINUTE

/** What a ticket says once its signature has been checked. */
export type FileTicket = { workspaceId: string; userId: string }

const form = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,15})\.([A-Za-z0-9_-]{22})$/u

/**
 * The address of a picture inside a message, for its frame, which has no cookie: bound to the file, to the
 * person for whom the frame was made, and to five minutes (F1, F6).
 */
export function signedFileAddress(ctx: Context, actor: Actor, fileId: string): string {
  const until = after(ctx.clock.now(), life).getTime()
  const claim = `${actor.workspaceId}.${actor.userId}.${until}`
  const ticket = `${claim}.${ctx.seal.sign('file', `${fileId} ${claim}`)}`
  return `${ctx.publicUrl}/api/v1/files/${fileId}/shown/${ticket}`
}

/** What a ticket for this file says; null if we did not make it for this file, or if its time is over. */
export function readFileTicket(ctx: Context, fileId: string, ticket: string): FileTicket | null {
  const [, workspaceId, userId, until, signature] = form.exec(ticket) ?? []
  if (!workspaceId || !userId || !until || !signature) return null
  const claim = `${workspaceId}.${userId}.${until}`
  if (!ctx.seal.verify('file', `${fileId} ${claim}`, signature)) return null
  return Number(until) >= ctx.clock.now().getTime() ? { workspaceId, userId } : null
}
