import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Brake } from '#server/platform/auth/brake.ts'
import { Refused } from '#server/platform/refusal.ts'

/** Where a request came from, for the list of one's sessions. */
export type Origin = { address: string; userAgent: string }

/** Address and browser of a request. */
export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 500) }
}

const triesAMinute = 10

/** Ten tries a minute for one guesser; refuses TOO_MANY_REQUESTS (D7). */
export function insistOnFewTries(brake: Brake, key: string): void {
  const seconds = brake.press(key, triesAMinute)
  if (seconds !== null) throw new Refused('TOO_MANY_REQUESTS', { seconds })
}

/**
 * Keeps an answer that holds a secret out of the memory for repeated requests, which lies in the database (A4). The same
 * Idempotency-Key again still does nothing twice; it is told that the first answer cannot be repeated.
 */
export function tellOnce(reply: FastifyReply): void {
  delete reply.claim
}
