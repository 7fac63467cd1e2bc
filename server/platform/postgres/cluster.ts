import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Binaries, BROUGHT_MAJOR } from '#server/platform/postgres/binaries.ts'
import { DATABASE } from '#server/platform/postgres/endpoint.ts'
import type { Identity } from '#server/platform/postgres/identity.ts'
import { APP_ROLE, OWNER_ROLE, type Passwords } from '#server/platform/postgres/passwords.ts'
import type { Places } from '#server/platform/postgres/places.ts'
import { type Account, type Outcome, runProgram } from '#server/platform/postgres/run-program.ts'
import { ACCESS_TEXT, durabilityArguments, type Tuning } from '#server/platform/postgres/settings.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** What is needed to work on a cluster that is not running. */
export type Workshop = {
  readonly places: Places
  readonly binaries: Binaries
  readonly identity: Identity
  readonly tuning: Tuning
}

/** Refuses a cluster that another major version of PostgreSQL wrote. Throws Unusable. */
export function checkMajor(cluster: string): void {
  if (!existsSync(cluster)) return
  let major: number
  try {
    major = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  } catch {
    throw new Unusable(
      `${cluster} is not a database folder: put it back from a backup, or move it away to begin anew.`,
    )
  }
  if (major === BROUGHT_MAJOR) return
  const writer = `${cluster} was written by PostgreSQL ${major}, and this Docket brings PostgreSQL ${BROUGHT_MAJOR}`
  throw new Unusable(
    major > BROUGHT_MAJOR
      ? `${writer}: start it with the newer Docket that wrote it.`
      : `${writer}: start it with the Docket that wrote it; docs/running.md says how data moves to a newer PostgreSQL.`,
  )
}

/**
 * Makes the cluster where there is none: UTF-8, checksums, the roles and the database of Docket. It grows in a folder
 * beside and takes its name in one step. Where the passwords' files were lost, sets the new ones. Throws Unusable.
 */
export async function prepareCluster(workshop: Workshop, passwords: Passwords): Promise<void> {
  const { places } = workshop
  if (existsSync(places.cluster)) {
    handOver(places.cluster, places, workshop.identity.account)
    if (passwords.fresh) await singleUser(workshop, places.cluster, passwordStatements(passwords))
    return
  }
  rmSync(places.making, { recursive: true, force: true })
  mkdirSync(places.making, { mode: 0o700 })
  handOver(places.making, places, workshop.identity.account)
  await initialise(workshop)
  writeFileSync(join(places.making, 'pg_hba.conf'), ACCESS_TEXT)
  await singleUser(workshop, places.making, [
    `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS`,
    ...passwordStatements(passwords),
    `CREATE DATABASE ${DATABASE}`,
  ])
  renameSync(places.making, places.cluster)
}

/** The passwords are base64url: they hold nothing that would need quoting. */
function passwordStatements(passwords: Passwords): string[] {
  return [
    `ALTER ROLE ${OWNER_ROLE} PASSWORD '${passwords.owner}'`,
    `ALTER ROLE ${APP_ROLE} PASSWORD '${passwords.app}'`,
  ]
}

/**
 * The builtin locale sorts and folds alike on every machine and for ever. The character type must know letters beyond
 * ASCII as well, or pg_trgm takes "Über" for "ber"; its name differs between systems.
 */
function characterTypes(): string[] {
  return process.platform === 'linux' ? ['C.UTF-8', 'en_US.UTF-8', 'C'] : ['en_US.UTF-8', 'C']
}

async function initialise(workshop: Workshop): Promise<void> {
  const { binaries, identity, places, tuning } = workshop
  const fixed = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const manner = [
    '--auth=trust',
    '--data-checksums',
    '--no-instructions',
    ...(tuning.disposable ? ['--no-sync'] : []),
  ]
  let outcome: Outcome = { code: null, output: '' }
  for (const type of characterTypes()) {
    const place = ['-D', places.making, '-U', OWNER_ROLE, `--lc-ctype=${type}`]
    const command = [...identity.prefix, binaries.initdb, ...place, ...fixed, ...manner]
    outcome = await runProgram(command, { account: identity.account })
    if (outcome.code === 0) return
    if (!outcome.output.includes('locale')) break
  }
  throw new Unusable(`PostgreSQL could not make its folder ${places.cluster}: ${lastWords(outcome.output)}.`)
}

/** Runs statements while nobody can connect: no password crosses a command line, no open door while it is set. */
async function singleUser(workshop: Workshop, cluster: string, statements: readonly string[]): Promise<void> {
  const { binaries, identity, tuning } = workshop
  const manner = ['--single', '-j', '-D', cluster, ...durabilityArguments(tuning)]
  const command = [...identity.prefix, binaries.postgres, ...manner, 'postgres']
  const input = statements.map(statement => `${statement};\n\n`).join('')
  const { code, output } = await runProgram(command, { input, account: identity.account })
  const trouble = output.split('\n').find(line => /\b(ERROR|FATAL|PANIC): /.test(line))
  if (code === 0 && !trouble) return
  throw new Unusable(`PostgreSQL could not prepare ${cluster}: ${trouble ?? lastWords(output)}.`)
}

/** The last line a program said, for the end of a sentence. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n')
  const telling = lines.findLast(line => /error|fatal|panic/i.test(line)) ?? lines.at(-1)
  return (
    (telling ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error): +/i, '').replace(/\.$/, '') || 'it said nothing'
  )
}

/** Gives the cluster to the account that will run it, and lets that account pass through the data folder. */
function handOver(folder: string, places: Places, account: Account | undefined): void {
  chmodSync(folder, 0o700)
  if (!account) return
  chmodSync(places.dataFolder, statSync(places.dataFolder).mode | 0o011)
  if (statSync(folder).uid !== account.uid) giveAll(folder, account)
}

function giveAll(path: string, account: Account): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveAll(join(path, entry.name), account)
    else lchownSync(join(path, entry.name), account.uid, account.gid)
  }
  lchownSync(path, account.uid, account.gid)
}
