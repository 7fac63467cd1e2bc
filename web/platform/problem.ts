import type { Problem } from '#domain/kernel/problem.ts'

/** A request that was refused or failed: the problem of the server, or one of our own when no answer came. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Is this a refusal with one of these codes? */
export function isProblem(error: unknown, ...codes: string[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.problem.code))
}

/** The status of a refusal; 0 when the server gave no answer at all. */
export function statusOf(error: unknown): number {
  return error instanceof ProblemError ? error.problem.status : 0
}

/** The problem of a request that got no answer. */
export function unreachable(): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'No answer', status: 0, code: 'UNREACHABLE' })
}

/** Reads the problem of an answer: problem+json, the `{code, message}` of the sign-in routes, or a bare status. */
export async function problemOf(answer: Response): Promise<ProblemError> {
  const body: unknown = await answer.json().catch(() => null)
  const given =
    typeof body === 'object' && body !== null ? (body as Partial<Problem> & { message?: string }) : {}
  const problem: Problem = {
    type: given.type ?? 'about:blank',
    title: given.title ?? given.message ?? answer.statusText,
    status: answer.status,
    code: given.code ?? codeOfStatus(answer.status),
  }
  if (given.detail !== undefined) problem.detail = given.detail
  if (given.data !== undefined) problem.data = given.data
  if (given.errors !== undefined) problem.errors = given.errors
  return new ProblemError(problem)
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'NOT_SIGNED_IN'
  if (status === 403) return 'NO_PERMISSION'
  if (status === 404) return 'NOT_FOUND'
  if (status === 409) return 'CONFLICT'
  if (status === 429) return 'TOO_MANY_REQUESTS'
  return status >= 500 ? 'SERVER_FAILED' : 'INVALID'
}
