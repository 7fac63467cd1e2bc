import type { FastifyReply } from 'fastify'
import { attachmentHeader } from '#domain/conversations/file-types.ts'

/**
 * Headers for anything that strangers made: kept out of every cache, never guessed at, never run (F1, F6).
 * As an attachment unless `shown` says that it is one of the few pictures a message may show.
 */
export function serveForeign(
  reply: FastifyReply,
  file: { name: string; mediaType: string; size?: number },
  as: 'attachment' | 'shown' = 'attachment',
): void {
  reply.header('content-type', file.mediaType)
  if (file.size !== undefined) reply.header('content-length', file.size)
  reply.header('content-disposition', as === 'shown' ? 'inline' : attachmentHeader(file.name))
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  reply.header('x-content-type-options', 'nosniff')
  reply.header('cache-control', 'private, no-store')
  // The frame of a message has no origin of its own, so its pictures come from elsewhere for it.
  reply.header('cross-origin-resource-policy', as === 'shown' ? 'cross-origin' : 'same-origin')
}
