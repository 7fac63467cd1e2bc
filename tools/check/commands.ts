import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '#tools/source/files.ts'

/** The arguments with which Node starts a command of an installed package, the same on every platform. */
export function binOf(packageName: string, command: string): string[] {
  const folder = join(repositoryRoot, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[command]
  if (path === undefined) throw new Error(`The package ${packageName} has no command '${command}'.`)
  return [join(folder, path)]
}
