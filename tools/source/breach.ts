import { fits } from '#tools/source/files.ts'

/** One rule broken in one place: what the person at the keyboard has to do about it. */
export type Breach = { path: string; line: number; rule: string; what: string }

/** A place that may break a rule, and why. `files` is a pattern as in `fits`. */
export type Exception = { rule: string; files: string; reason: string }

/** One line for people and editors: `path:line  rule  what to do`. */
function sentenceOf(breach: Breach): string {
  return `${breach.path}:${breach.line}  ${breach.rule}  ${breach.what}`
}

/** Prints the breaches in the order of their places and makes the command fail if there are any. */
export function reportBreaches(breaches: readonly Breach[], allWell: string): void {
  const sorted = [...breaches].sort(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule),
  )
  for (const breach of sorted) console.log(sentenceOf(breach))
  if (breaches.length === 0) console.log(allWell)
  else process.exitCode = 1
}

/**
 * The breaches that no exception covers, plus the exceptions that are wrong themselves: without a reason,
 * or for one named file in `paths` that keeps to the rule. `rules` are the rules that were checked.
 */
export function withoutExceptions(
  breaches: readonly Breach[],
  exceptions: readonly Exception[],
  rules: readonly string[],
  paths: ReadonlySet<string>,
): Breach[] {
  const own = exceptions.filter(one => rules.includes(one.rule))
  const covers = (one: Exception, breach: Breach) => one.rule === breach.rule && fits(breach.path, one.files)
  const wrong = own.flatMap(one => {
    const idle = paths.has(one.files) && !breaches.some(breach => covers(one, breach))
    const what = one.reason.trim() === '' ? 'say why' : idle ? 'remove it, the file keeps to the rule' : null
    if (what === null) return []
    return [{ path: 'house.json', line: 1, rule: 'exception', what: `${one.rule} for ${one.files}: ${what}` }]
  })
  return [...breaches.filter(breach => !own.some(one => covers(one, breach))), ...wrong]
}
