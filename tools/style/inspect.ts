import type { Breach } from '#tools/source/breach.ts'
import { type Exception, withoutExceptions } from '#tools/source/breach.ts'
import { isTypeScript, type SourceFile } from '#tools/source/files.ts'
import { readSyntax } from '#tools/source/syntax.ts'
import { codeFaultsIn } from '#tools/style/code.ts'
import { commentFaultsIn } from '#tools/style/comments.ts'
import { undocumentedIn } from '#tools/style/documents.ts'
import { testFaultsIn } from '#tools/style/tests.ts'
import { textFaultsIn } from '#tools/style/text.ts'

/** The names of the rules that `inspectStyle` checks. */
export const styleRules = [
  'any',
  'ignore',
  'unfinished',
  'document',
  'skipped',
  'sleep',
  'machine-path',
] as const

/** What breaks a mechanical rule: in the syntax of TypeScript files, in the text of all others. */
export function inspectStyle(exceptions: readonly Exception[], files: readonly SourceFile[]): Breach[] {
  const breaches = files.flatMap(file => [
    ...textFaultsIn(file),
    ...(isTypeScript(file.path) ? inCode(file) : []),
  ])
  return withoutExceptions(breaches, exceptions, styleRules, new Set(files.map(file => file.path)))
}

function inCode(file: SourceFile): Breach[] {
  const syntax = readSyntax(file)
  return [
    ...codeFaultsIn(syntax),
    ...commentFaultsIn(syntax),
    ...undocumentedIn(syntax),
    ...testFaultsIn(syntax),
  ]
}

/** Whether the style rules read a file: everything that people write as text. */
export function isText(path: string): boolean {
  return /\.(tsx?|mjs|cjs|js|json|md|sql|css|html|sh|ya?ml|toml|txt|svg)$|^\.ci\/|(^|\/)[A-Z]+$/.test(path)
}
