import type { Node } from 'oxc-parser'
import { dottedName, type Syntax, textOf, walk } from '#tools/source/syntax.ts'

/** Something that only few places may do; `detail` is the word in the source, or a table's name for `event`. */
export type UseFact = { kind: 'sql' | 'event' | 'clock' | 'chance' | 'world'; line: number; detail: string }

const builders = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
])
const clocks = /^(globalThis\.)?(Date\.now|performance\.now|process\.hrtime|process\.uptime|Temporal\.Now)$/
const chances = /^(globalThis\.)?(Math\.random|crypto)$/
const worlds = new Set(['process', 'Buffer', 'console', 'fetch', 'globalThis', 'setTimeout', 'setInterval'])
const statement = /^\s*(select|insert\s+into|update|delete\s+from|with|merge\s+into|truncate)\s/i
const writing =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?(?:"?\w+"?\.)?"?(\w+)"?/gi

/** What a file does that few places may do: SQL, writing events, asking the time, chance, the world outside. */
export function usesIn(syntax: Syntax): UseFact[] {
  const found: UseFact[] = []
  const own = namesDeclaredIn(syntax.program)
  walk(syntax.program, (node, ancestors) => {
    const uses = [...sqlIn(node), ...timeIn(node), ...chanceAndWorldIn(node, ancestors, own)]
    for (const use of uses) found.push({ ...use, line: syntax.lineAt(node.start) })
  })
  return found.filter((use, at) => found.findIndex(other => sameUse(use, other)) === at)
}

type Use = Omit<UseFact, 'line'>

function sameUse(a: UseFact, b: UseFact): boolean {
  return a.kind === b.kind && a.line === b.line && a.detail === b.detail
}

function sqlIn(node: Node): Use[] {
  if (node.type === 'TaggedTemplateExpression') {
    const tag = dottedName(node.tag)?.split('.')[0]
    return tag === 'sql' ? [{ kind: 'sql', detail: 'sql`…`' }, ...eventsIn(textOf(node.quasi))] : []
  }
  if (node.type !== 'CallExpression') return []
  const { callee } = node
  if (dottedName(callee)?.startsWith('sql.')) return [{ kind: 'sql', detail: 'sql' }]
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return []
  const method = callee.property.name
  const text = textOf(node.arguments[0])
  if (builders.has(method)) {
    const written = method === 'selectFrom' || text === null ? [] : [writeTo(text)]
    return [{ kind: 'sql', detail: method }, ...written]
  }
  if (method !== 'query' || text === null || !statement.test(text)) return []
  return [{ kind: 'sql', detail: 'query' }, ...eventsIn(text)]
}

/** Every table a statement writes to; the rule picks those that hold events. */
function eventsIn(text: string | null): Use[] {
  return [...(text ?? '').matchAll(writing)].map(match => writeTo(match[1] ?? ''))
}

function writeTo(table: string): Use {
  return { kind: 'event', detail: table.split('.').at(-1) ?? table }
}

function timeIn(node: Node): Use[] {
  if (node.type === 'MemberExpression') {
    const name = dottedName(node)
    return name !== null && clocks.test(name) ? [{ kind: 'clock', detail: name }] : []
  }
  if (node.type === 'NewExpression' && node.arguments.length === 0) {
    return dottedName(node.callee) === 'Date' ? [{ kind: 'clock', detail: 'new Date()' }] : []
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return []
  return node.callee.name === 'Date' ? [{ kind: 'clock', detail: 'Date()' }] : []
}

/** Chance and the world count where a name is used as a value, not where a property happens to be called so. */
function chanceAndWorldIn(node: Node, ancestors: readonly Node[], own: ReadonlySet<string>): Use[] {
  const name = node.type === 'MemberExpression' || node.type === 'Identifier' ? dottedName(node) : null
  const root = name?.split('.')[0]
  if (name === null || root === undefined || own.has(root) || !isValue(node, ancestors.at(-1))) return []
  if (chances.test(name)) return [{ kind: 'chance', detail: name }]
  return node.type === 'Identifier' && worlds.has(name) ? [{ kind: 'world', detail: name }] : []
}

function isValue(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent.type.startsWith('TS')) return false
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed
  if (parent.type === 'Property') return parent.value === node
  return !('key' in parent) && !('id' in parent && parent.id === node)
}

function namesDeclaredIn(program: Node): Set<string> {
  const names = new Set<string>()
  walk(program, (node, ancestors) => {
    if (node.type !== 'Identifier') return
    const parent = ancestors.at(-1)
    if (!parent) return
    const declares = 'id' in parent && parent.id === node
    const binds = 'local' in parent && parent.local === node
    const takes =
      'params' in parent && Array.isArray(parent.params) && parent.params.some(one => one === node)
    const unpacks = parent.type === 'Property' && ancestors.at(-2)?.type === 'ObjectPattern'
    if (declares || binds || takes || unpacks) names.add(node.name)
  })
  return names
}
