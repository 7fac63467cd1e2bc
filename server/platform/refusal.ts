import type { No, Verdict } from '#domain/kernel/verdict.ts'

/** A rule said no: answered with the status of its code (app/refusals-to-http.ts) and its data. */
export class Refused extends Error {
  readonly code: string
  readonly data: Record<string, unknown> | undefined

  constructor(code: string, data?: Record<string, unknown>) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** What came in is not of the form it should have: answered with 400. `path` names the field. */
export class Invalid extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Throws Refused unless the verdict is yes; gives back the value a yes carries. */
export function insist<Value>(verdict: { ok: true; value: Value } | No): Value
export function insist(verdict: Verdict): void
export function insist(verdict: { ok: true; value?: unknown } | No): unknown {
  if (!verdict.ok) throw new Refused(verdict.code, verdict.data)
  return verdict.value
}
