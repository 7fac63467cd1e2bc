import type { Node } from 'oxc-parser'
import { dottedName, type Syntax, textOf, walk } from '#tools/source/syntax.ts'

/** One function with a body: `lines` counts the lines between its braces. */
export type FunctionFact = { name: string; line: number; lines: number; component: boolean }

/** Every function of a file that has a body, with the number of source lines inside it. */
export function functionsIn(syntax: Syntax): FunctionFact[] {
  const found: FunctionFact[] = []
  walk(syntax.program, (node, ancestors) => {
    const body = bodyOf(node)
    if (!body) return
    const first = syntax.lineAt(body.start)
    const last = syntax.lineAt(body.end - 1)
    const name = nameOf(node, ancestors)
    found.push({
      name,
      line: syntax.lineAt(node.start),
      lines: body.type === 'BlockStatement' ? Math.max(last - first - 1, 1) : last - first + 1,
      component: syntax.path.endsWith('.tsx') && /^[A-Z]/.test(name),
    })
  })
  return found
}

function bodyOf(node: Node): Node | null {
  if (node.type === 'ArrowFunctionExpression') return node.body
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' ? node.body : null
}

/** What a reader would call the function: its own name, the constant's or property's, or the call it is given to. */
function nameOf(node: Node, ancestors: readonly Node[]): string {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name
  for (const holder of ancestors.toReversed()) {
    if (holder.type === 'VariableDeclarator')
      return holder.id.type === 'Identifier' ? holder.id.name : 'function'
    if (holder.type === 'Property' || holder.type === 'MethodDefinition')
      return dottedName(holder.key) ?? 'function'
    if (holder.type === 'CallExpression') {
      const wrapper = dottedName(holder.callee) ?? 'function'
      if (isWrapper(wrapper)) continue
      const title = textOf(holder.arguments[0])
      return title === null ? wrapper : `${wrapper}('${title}')`
    }
    if (!('expression' in holder)) break
  }
  return 'function'
}

/** `const Page = memo(() => …)`: the component's name is the constant's. */
function isWrapper(name: string): boolean {
  return /(^|\.)(memo|forwardRef|lazy)$/.test(name)
}
