import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser'
import type { SourceFile } from '#tools/source/files.ts'

/** A file's syntax tree with a way back from positions to lines. */
export type Syntax = {
  path: string
  text: string
  program: Node
  comments: Comment[]
  /** The first thing the parser could not read, or null. */
  error: { line: number; message: string } | null
  /** The line, counted from 1, of a position in the text. */
  lineAt: (position: number) => number
}

/** Parses a TypeScript file; a broken file gives a tree with what could be read, and `error`. */
export function readSyntax(file: SourceFile): Syntax {
  const parsed = parseSync(file.path, file.text, { preserveParens: false })
  const lineAt = lineFinder(file.text)
  const [first] = parsed.errors
  return {
    path: file.path,
    text: file.text,
    program: parsed.program,
    comments: parsed.comments,
    error: first ? { line: lineAt(first.labels[0]?.start ?? 0), message: first.message } : null,
    lineAt,
  }
}

/** Calls `visit` for every node below and including `node`, outermost first, with its ancestors, nearest last. */
export function walk(node: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = []
  const step = (current: Node): void => {
    visit(current, ancestors)
    ancestors.push(current)
    for (const key of visitorKeys[current.type] ?? []) {
      const child: unknown = Reflect.get(current, key)
      if (Array.isArray(child)) for (const one of child) isNode(one) && step(one)
      else if (isNode(child)) step(child)
    }
    ancestors.pop()
  }
  step(node)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function lineFinder(text: string): (position: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** The text of a string or of a template without gaps; null for everything else. */
export function textOf(node: Node | null | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral') {
    return node.quasis.map(part => part.value.cooked ?? part.value.raw).join('…')
  }
  return null
}

/** The dotted name of an expression, `a.b.c` without its arguments; null when it is no plain name. */
export function dottedName(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return dottedName(node.expression)
  if (node.type === 'CallExpression') return dottedName(node.callee)
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null
  const object = dottedName(node.object)
  return object === null ? null : `${object}.${node.property.name}`
}
