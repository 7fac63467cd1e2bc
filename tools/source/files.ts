import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** The folder that holds package.json, with a trailing slash removed. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const passedBy = new Set([
  'node_modules',
  '.git',
  'test-results',
  'playwright-report',
  'pictures',
  'coverage',
])
const passedByPaths = new Set(['data', 'web/dist'])

/** Reads every file below `root` whose path `wanted` accepts, in the order of their paths. */
export function readTree(root: string, wanted: (path: string) => boolean): SourceFile[] {
  return pathsBelow(root, '')
    .filter(wanted)
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (passedBy.has(entry.name) || passedByPaths.has(path)) return []
    if (entry.isDirectory()) return pathsBelow(root, path)
    return entry.isFile() ? [path] : []
  })
}

/** Whether a path is TypeScript that the checks can read; declaration files have no code of ours. */
export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
}

/** Whether a file holds tests: they may look into every room of their wing. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Whether a path fits a pattern: `*` any name, `**` any depth, `{a,b}` either. */
export function fits(path: string, pattern: string): boolean {
  return patternOf(pattern).test(path)
}

const patterns = new Map<string, RegExp>()
const meanings: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', ',': '|' }

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const text = pattern
    .replace(/[.+^$()|[\]\\?]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|,/g, sign => meanings[sign] ?? sign)
    .replaceAll('{', '(?:')
    .replaceAll('}', ')')
  const made = new RegExp(`^${text}$`)
  patterns.set(pattern, made)
  return made
}
