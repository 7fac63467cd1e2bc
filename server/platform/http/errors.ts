import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import { DatabaseUnavailable } from '#server/platform/db/transaction.ts'
import { Invalid, Refused } from '#server/platform/refusal.ts'
import { sendProblem } from './problem.ts'

/** The HTTP status of a refusal's code. */
export type StatusOfCode = (code: string) => number

/** Turns everything that is thrown into an answer: what came in wrong, what a rule refused, and bugs (logged, told without detail). */
export function answerErrors(app: FastifyInstance, statusOfCode: StatusOfCode): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refused) {
      return sendProblem(reply, {
        title: titleOf(error.code),
        status: statusOfCode(error.code),
        code: error.code,
        ...(error.data ? { data: error.data } : {}),
      })
    }
    if (error instanceof Invalid) {
      return sendProblem(reply, {
        title: 'The request is not well-formed',
        status: 400,
        code: 'INVALID',
        errors: [{ path: error.path, message: error.message }],
      })
    }
    return answerOthers(error, reply, failure =>
      request.log.error({ err: failure, url: request.url }, 'a request failed'),
    )
  })
}

function answerOthers(
  error: FastifyError,
  reply: FastifyReply,
  report: (error: Error) => void,
): FastifyReply {
  if (error instanceof DatabaseUnavailable) {
    reply.header('retry-after', '5')
    return sendProblem(reply, {
      title: 'The database does not answer. Nothing was changed; try again in a moment.',
      status: 503,
      code: 'UNAVAILABLE',
    })
  }
  if (brokenConstraint(error, 'idempotency_keys_pkey')) {
    return sendProblem(reply, {
      title: 'The first request with this Idempotency-Key has not been answered yet',
      status: 409,
      code: 'IDEMPOTENCY_IN_PROGRESS',
    })
  }
  // What was sent does not fit where it should go: a moment that is none, a number out of range, a NUL (Z8, H13).
  if (/^22/u.test(String((error as { code?: unknown }).code ?? ''))) {
    return sendProblem(reply, { title: 'The request is not well-formed', status: 400, code: 'INVALID' })
  }
  if (error.statusCode === 429) {
    return sendProblem(reply, { title: 'Too many requests', status: 429, code: 'TOO_MANY_REQUESTS' })
  }
  if (error.statusCode && error.statusCode < 500) {
    return sendProblem(reply, { title: error.message, status: error.statusCode, code: 'INVALID' })
  }
  report(error)
  return sendProblem(reply, {
    title: 'Something went wrong on our side. It has been written to the log.',
    status: 500,
    code: 'BUG',
  })
}

function titleOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
