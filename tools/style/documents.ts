import type { Node } from 'oxc-parser'
import type { Breach } from '#tools/source/breach.ts'
import { isTest } from '#tools/source/files.ts'
import type { Syntax } from '#tools/source/syntax.ts'

/** Exported functions of domain/ and server/ that no doc comment stands above. */
export function undocumentedIn(syntax: Syntax): Breach[] {
  if (!/^(domain|server)\//.test(syntax.path) || isTest(syntax.path)) return []
  const statements = syntax.program.type === 'Program' ? syntax.program.body : []
  const named = statements.flatMap(statement => functionsOf(statement).map(name => ({ name, statement })))
  const exported = exportedLater(statements)
  const seen = new Set<string>()
  return named.flatMap(({ name, statement }) => {
    const isExported = statement.type.startsWith('Export') || exported.has(name)
    if (!isExported || seen.has(name)) return []
    seen.add(name)
    if (hasDocument(syntax, statement)) return []
    const what = `say above ${name} what it takes, gives and refuses, and which rule it keeps`
    return [{ path: syntax.path, line: syntax.lineAt(statement.start), rule: 'document', what }]
  })
}

/** The names of the functions that a top-level statement declares, exported or not. */
function functionsOf(statement: Node): string[] {
  if (statement.type === 'ExportNamedDeclaration') {
    return statement.declaration ? functionsOf(statement.declaration) : []
  }
  if (statement.type === 'ExportDefaultDeclaration') {
    return isFunction(statement.declaration) ? ['default'] : []
  }
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.flatMap(one =>
      one.id.type === 'Identifier' && isFunction(one.init) ? [one.id.name] : [],
    )
  }
  if (!isFunction(statement)) return []
  return 'id' in statement && statement.id?.type === 'Identifier' ? [statement.id.name] : []
}

function isFunction(node: Node | null): boolean {
  return /^(FunctionDeclaration|TSDeclareFunction|FunctionExpression|ArrowFunctionExpression)$/.test(
    node?.type ?? '',
  )
}

function exportedLater(statements: readonly Node[]): Set<string> {
  return new Set(
    statements.flatMap(one =>
      one.type === 'ExportNamedDeclaration' && !one.source
        ? one.specifiers.flatMap(each => (each.local.type === 'Identifier' ? [each.local.name] : []))
        : [],
    ),
  )
}

function hasDocument(syntax: Syntax, statement: Node): boolean {
  return syntax.comments.some(
    comment =>
      comment.type === 'Block' &&
      comment.end <= statement.start &&
      /^\*[\s*]*[^\s*]/u.test(comment.value) &&
      syntax.text.slice(comment.end, statement.start).trim() === '',
  )
}
