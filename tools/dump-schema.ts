import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { binOf } from '#tools/check/commands.ts'
import { readCatalogue } from '#tools/schema/catalogue.ts'
import { schemaPage } from '#tools/schema/page.ts'
import { tablesModule } from '#tools/schema/types.ts'
import { repositoryRoot } from '#tools/source/files.ts'

const usage = `node tools/dump-schema.ts [database url] [--check]
Writes migrations/schema.sql and server/platform/db/tables.ts from a migrated database,
or compares them with it. Without a url it migrates a database of its own.`

const harness = join(repositoryRoot, 'tests/harness/database.ts')

/** Both files as a database has them, path → text. */
async function filesFrom(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const catalogue = await readCatalogue(client)
    if (catalogue.tables.length === 0) throw new Error('The database has no tables: migrate it first.')
    const types = 'server/platform/db/tables.ts'
    return {
      'migrations/schema.sql': schemaPage(catalogue),
      [types]: formatted(types, tablesModule(catalogue)),
    }
  } finally {
    await client.end()
  }
}

function formatted(path: string, text: string): string {
  const command = [...binOf('@biomejs/biome', 'biome'), 'format', `--stdin-file-path=${path}`]
  const made = spawnSync(process.execPath, command, { cwd: repositoryRoot, input: text, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`The formatter refused ${path}: ${made.stderr}`)
  return made.stdout
}

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(repositoryRoot, path), text)
    console.log(`wrote ${path}`)
  }
}

function compare(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(repositoryRoot, path)
    const stands = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (stands === text) continue
    const made = text.split('\n')
    const line = stands.split('\n').findIndex((one, at) => one !== made[at]) + 1
    console.log(`${path}:${line}  schema  differs from the migrated database: run node tools/dump-schema.ts`)
    process.exitCode = 1
  }
}

async function withOwnDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const module: { withMigratedDatabase?: (use: (url: string) => Promise<void>) => Promise<void> } =
    await import(pathToFileURL(harness).href)
  if (!module.withMigratedDatabase) throw new Error(`${harness} does not export withMigratedDatabase.`)
  await module.withMigratedDatabase(use)
}

async function main(words: readonly string[]): Promise<void> {
  const [url, ...more] = words.filter(word => word !== '--check')
  const checking = words.includes('--check')
  if (more.length > 0 || url?.startsWith('-')) throw new Error(usage)
  const use = async (address: string) => {
    const files = await filesFrom(address)
    if (checking) compare(files)
    else write(files)
  }
  if (url) await use(url)
  else if (existsSync(harness)) await withOwnDatabase(use)
  else if (checking) console.log('Left out: there is no tests/harness/database.ts to make a database with.')
  else throw new Error(usage)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
