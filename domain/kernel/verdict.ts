/**
 * The answer of every rule that may say no. A refusal carries a code from its room's closed union and
 * the plain data that a sentence about it needs, so that server and browser can both explain it.
 */
export type Verdict<Code extends string = string, Value = undefined> =
  | ([Value] extends [undefined] ? { ok: true } : { ok: true; value: Value })
  | No<Code>

/** A refusal: what rule said no, and the data behind it. */
export type No<Code extends string = string> = { ok: false; code: Code; data?: Record<string, unknown> }

/** The plain yes. */
export const yes: { ok: true } = { ok: true }

/** A yes that carries what the rule found. */
export function yesWith<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** A no with its code and the data its sentence needs. */
export function no<Code extends string>(code: Code, data?: Record<string, unknown>): No<Code> {
  return data === undefined ? { ok: false, code } : { ok: false, code, data }
}

/** The first refusal of several verdicts, else yes. */
export function all<Code extends string>(...verdicts: Verdict<Code>[]): Verdict<Code> {
  return verdicts.find(verdict => !verdict.ok) ?? yes
}
