import type { Breach } from '#tools/source/breach.ts'
import type { Syntax } from '#tools/source/syntax.ts'
import { unfinished } from '#tools/style/text.ts'

type Fault = { rule: string; what: string } | null

/** Comments that silence a tool, or that promise work for later. */
export function commentFaultsIn(syntax: Syntax): Breach[] {
  return syntax.comments.flatMap(comment => {
    const fault = silencing(comment.value) ?? unfinishedFault(comment.value)
    return fault ? [{ path: syntax.path, line: syntax.lineAt(comment.start), ...fault }] : []
  })
}

function silencing(comment: string): Fault {
  if (/^[\s*]*@ts-(ignore|expect-error|nocheck)\b/m.test(comment)) {
    return { rule: 'ignore', what: 'the compiler is not to be silenced: repair the type' }
  }
  if (!/^[\s*]*biome-ignore/m.test(comment)) return null
  const reason = /biome-ignore(?:-all|-start|-end)?\s+[^\s:]+\s*:\s*(.*)/.exec(comment)?.[1] ?? ''
  if (/\p{L}{2,}.*\p{L}{2,}/su.test(reason) && !/^<.*>$/.test(reason.trim())) return null
  return { rule: 'ignore', what: 'say after the colon why the rule does not fit here' }
}

function unfinishedFault(comment: string): Fault {
  return unfinished.test(comment) ? { rule: 'unfinished', what: 'finish it now or leave it out' } : null
}
