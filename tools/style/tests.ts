import type { Node } from 'oxc-parser'
import type { Breach } from '#tools/source/breach.ts'
import { isTest } from '#tools/source/files.ts'
import { dottedName, type Syntax, walk } from '#tools/source/syntax.ts'

const chosen =
  /^(x(it|test|describe)|f(it|describe)|(it|test|describe|suite|bench)\.(.*\.)?(only|skip|fixme|todo))(\.|$)/
const sleeping = /^(setTimeout|(globalThis|global|window|timers)\.setTimeout|(.*\.)?(sleep|waitForTimeout))$/

/** In tests and their harness: tests that are left out, and waiting by the clock. */
export function testFaultsIn(syntax: Syntax): Breach[] {
  if (!isTest(syntax.path) && !syntax.path.startsWith('tests/')) return []
  const found: Breach[] = []
  walk(syntax.program, node => {
    const fault = faultOf(node)
    if (fault) found.push({ path: syntax.path, line: syntax.lineAt(node.start), ...fault })
  })
  return found
}

function faultOf(node: Node): { rule: string; what: string } | null {
  const callee =
    node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression' ? calleeOf(node) : null
  const name = callee && dottedName(callee)
  if (!name) return null
  if (chosen.test(name))
    return { rule: 'skipped', what: `${name}(…) leaves tests out: repair or delete them` }
  if (sleeping.test(name))
    return { rule: 'sleep', what: `${name}(…) waits by the clock: wait for what must happen` }
  return null
}

function calleeOf(node: Node): Node | null {
  if (node.type === 'TaggedTemplateExpression') return node.tag
  return node.type === 'CallExpression' ? node.callee : null
}
