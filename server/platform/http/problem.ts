import type { FastifyReply } from 'fastify'
import type { ZodError } from 'zod'
import type { Problem } from '#domain/kernel/problem.ts'

/** Sends an error in the one form of all errors (RFC 9457). */
export function sendProblem(reply: FastifyReply, problem: Omit<Problem, 'type'>): FastifyReply {
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify({ type: `urn:docket:problem:${problem.code.toLowerCase()}`, ...problem }))
}

/** What is wrong with which field of what came in. */
export function invalidFields(error: ZodError, place: string): Problem['errors'] {
  return error.issues.slice(0, 20).map(issue => ({
    path: [place, ...issue.path.map(String)].filter(Boolean).join('.'),
    message: issue.message,
  }))
}
