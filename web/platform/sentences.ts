import { ProblemError } from './problem.ts'
import { words } from './words.ts'

/** The refusal of a rule or of the server as a sentence for people. */
export function sentenceOf(code: string, data: Record<string, unknown> = {}, otherwise?: string): string {
  const sentence = words.refusals[code]
  if (typeof sentence === 'function') return sentence(data)
  return sentence ?? otherwise ?? (words.refusals.SERVER_FAILED as string)
}

/** What went wrong, as a sentence for people, whatever was thrown. */
export function sentenceOfError(error: unknown): string {
  if (!(error instanceof ProblemError)) return words.refusals.SERVER_FAILED as string
  const { code, data, detail, title, status } = error.problem
  return sentenceOf(code, data, status < 500 ? (detail ?? title) : undefined)
}

/** What is wrong with each field of a form, by its path; empty when the refusal is about something else. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {}
  return Object.fromEntries((error.problem.errors ?? []).map(one => [one.path, one.message]))
}
