import type { Node } from 'oxc-parser'
import type { SourceFile } from '#tools/source/files.ts'
import { dottedName, readSyntax, textOf, walk } from '#tools/source/syntax.ts'
import { rowTitles } from '#tools/spec/tables.ts'

/** One test: its file and its whole title, the titles of the groups around it first. */
export type Title = { path: string; title: string }

/**
 * The title of every test in a file; of a test over a table, one title a row where the rows are written out.
 * A group without a test inside proves nothing and gives no title.
 */
export function titlesIn(file: SourceFile): Title[] {
  const { program } = readSyntax(file)
  const found: Title[] = []
  walk(program, (node, ancestors) => {
    if (roleOf(node) !== 'test') return
    const groups = ancestors.filter(one => roleOf(one) === 'group').map(one => rowTitles(one, program))
    for (const titles of groups.reduce(pairUp, [[]])) {
      for (const title of rowTitles(node, program)) {
        found.push({ path: file.path, title: [...titles, title].join(' > ') })
      }
    }
  })
  return found
}

function pairUp(paths: string[][], titles: string[]): string[][] {
  return paths.flatMap(path => titles.map(title => [...path, title]))
}

/** Whether a call makes a test or a group of tests; a title with nothing behind it is a plan and makes neither. */
function roleOf(node: Node): 'test' | 'group' | null {
  if (node.type !== 'CallExpression' || node.arguments.length < 2 || textOf(node.arguments[0]) === null)
    return null
  const { callee } = node
  const [name = '', ...ways] = (
    dottedName(callee.type === 'TaggedTemplateExpression' ? callee.tag : callee) ?? ''
  ).split('.')
  if (ways.includes('step')) return null
  if (name === 'describe' || name === 'suite' || ways.includes('describe')) return 'group'
  return name === 'test' || name === 'it' ? 'test' : null
}
