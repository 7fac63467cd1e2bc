import type { Node } from 'oxc-parser'
import { textOf, walk } from '#tools/source/syntax.ts'

/** The titles of a call like `test('…')`; for `test.each(rows)('%s …')` one for each row that is written out. */
export function rowTitles(call: Node, program: Node): string[] {
  if (call.type !== 'CallExpression') return []
  const title = textOf(call.arguments[0]) ?? ''
  const rows = rowsOf(call.callee, program)
  return rows.length === 0 ? [title] : rows.map(row => filledIn(title, row))
}

function rowsOf(callee: Node, program: Node): Node[] {
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'MemberExpression') return []
  const { property } = callee.callee
  if (property.type !== 'Identifier' || !/^(each|for)$/.test(property.name)) return []
  const table = withoutTypes(callee.arguments[0])
  const list = table?.type === 'Identifier' ? declarationOf(table.name, program) : table
  return list?.type === 'ArrayExpression' ? list.elements.filter(one => one !== null) : []
}

function withoutTypes(node: Node | null | undefined): Node | null {
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression')
    return withoutTypes(node.expression)
  return node ?? null
}

function declarationOf(name: string, program: Node): Node | null {
  let found: Node | null = null
  walk(program, node => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || node.id.name !== name) return
    found ??= withoutTypes(node.init)
  })
  return found
}

/** `%s` takes the cells of the row in turn, `$name` the property of that name. */
function filledIn(title: string, row: Node): string {
  const cells = row.type === 'ArrayExpression' ? row.elements.map(one => textOf(one)) : [textOf(row)]
  let at = 0
  return title.replace(/%[sdijfoO]|\$(\w+)/g, (sign, name?: string) => {
    const text = name === undefined ? cells[at++] : propertyOf(row, name)
    return text ?? sign
  })
}

function propertyOf(row: Node, name: string): string | null {
  if (row.type !== 'ObjectExpression') return null
  for (const one of row.properties) {
    if (one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name)
      return textOf(one.value)
  }
  return null
}
