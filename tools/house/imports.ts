import type { Node } from 'oxc-parser'
import { dottedName, type Syntax, textOf, walk } from '#tools/source/syntax.ts'

/** One mention of another module. `specifier` is null when a dynamic import computes its path. */
export type ImportFact = { specifier: string | null; line: number; typeOnly: boolean }

/**
 * Every module a file mentions: imports and exports, `import type`, `import('…')` as value and as type,
 * `import.meta.resolve('…')` and `new URL('…', import.meta.url)`, which is how worker threads find their file.
 */
export function importsIn(syntax: Syntax): ImportFact[] {
  const found: ImportFact[] = []
  walk(syntax.program, node => {
    const mention = mentionIn(node)
    if (mention) found.push({ ...mention, line: syntax.lineAt(node.start) })
  })
  return found
}

function mentionIn(node: Node): Omit<ImportFact, 'line'> | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, typeOnly: onlyTypes(node.importKind, node.specifiers) }
    case 'ExportNamedDeclaration':
      if (!node.source) return null
      return { specifier: node.source.value, typeOnly: onlyTypes(node.exportKind, node.specifiers) }
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, typeOnly: node.exportKind === 'type' }
    case 'ImportExpression':
      return { specifier: textWithoutGaps(node.source), typeOnly: false }
    case 'TSImportType':
      return { specifier: node.source.value, typeOnly: true }
    case 'CallExpression':
    case 'NewExpression':
      return mentionByAddress(node)
    default:
      return null
  }
}

function onlyTypes(kind: string | undefined, specifiers: readonly Node[]): boolean {
  if (kind === 'type') return true
  return specifiers.length > 0 && specifiers.every(one => 'importKind' in one && one.importKind === 'type')
}

function mentionByAddress(node: Node): Omit<ImportFact, 'line'> | null {
  if (node.type === 'CallExpression') {
    if (!isMetaMember(node.callee, 'resolve')) return null
  } else if (node.type === 'NewExpression') {
    if (dottedName(node.callee) !== 'URL' || !isMetaMember(node.arguments[1], 'url')) return null
  } else return null
  const specifier = textWithoutGaps(node.arguments[0])
  return specifier !== null && /^#|\.tsx?$/.test(specifier) ? { specifier, typeOnly: false } : null
}

function isMetaMember(node: Node | undefined, name: string): boolean {
  if (node?.type !== 'MemberExpression' || node.object.type !== 'MetaProperty') return false
  return node.property.type === 'Identifier' && node.property.name === name
}

function textWithoutGaps(node: Node | undefined): string | null {
  return node?.type === 'TemplateLiteral' && node.expressions.length > 0 ? null : textOf(node)
}

const aliased = /^#(domain|server|web|tests|tools)\//

/**
 * The path from the root that a specifier means when written in the file `from`;
 * null for packages and `node:` modules. Paths are not looked up: imports name whole files.
 */
export function resolveSpecifier(from: string, specifier: string): string | null {
  if (aliased.test(specifier)) return specifier.slice(1)
  if (!specifier.startsWith('.')) return null
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
