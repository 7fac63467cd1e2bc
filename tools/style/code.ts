import type { Breach } from '#tools/source/breach.ts'
import { type Syntax, walk } from '#tools/source/syntax.ts'

/** Every `any` in a type. */
export function codeFaultsIn(syntax: Syntax): Breach[] {
  const found: Breach[] = []
  walk(syntax.program, node => {
    if (node.type !== 'TSAnyKeyword') return
    const what = 'any switches the compiler off: write the type, or unknown and narrow it'
    found.push({ path: syntax.path, line: syntax.lineAt(node.start), rule: 'any', what })
  })
  return found
}
