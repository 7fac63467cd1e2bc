import type { FastifyRequest } from 'fastify'
import type { Actor } from '#domain/people/actor.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Log } from '#server/platform/log.ts'
import type { Door } from './door.ts'
import type { StatusOfCode } from './errors.ts'

/** What the HTTP server is built from. */
export type HttpSetup = {
  log: Log
  database: Database
  doors: readonly Door[]
  statusOfCode: StatusOfCode
  /** Who is behind a request; null for nobody. Must not throw for a bad cookie or token. */
  authenticate(request: FastifyRequest): Promise<Actor | null>
  /** Is this the origin of our own pages? Cookies count only from there (CSRF). */
  ownOrigins: readonly string[]
  /** Requests a minute for one person, token or address (D6). */
  requestsPerMinute: number
  /** Answers are checked against their shapes in tests only: there a wrong one is a failure, in service it would be an outage. */
  checkAnswers: boolean
  publicUrl: string
}
