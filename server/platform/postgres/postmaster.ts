import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { codeOf } from '#server/platform/data-folder.ts'
import { lastWords, type Workshop } from '#server/platform/postgres/cluster.ts'
import type { Endpoint } from '#server/platform/postgres/endpoint.ts'
import type { LogFile } from '#server/platform/postgres/log-file.ts'
import { readPostmasterFile } from '#server/platform/postgres/processes.ts'
import { plainEnvironment } from '#server/platform/postgres/run-program.ts'
import { durabilityArguments, settingsText } from '#server/platform/postgres/settings.ts'
import { type Tie, tied } from '#server/platform/postgres/tie.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** Everything one start of the server needs, the same at every restart. */
export type Plan = Workshop & {
  readonly tie: Tie
  readonly endpoint: Endpoint
  readonly ownerUrl: string
  readonly logFile: LogFile
}

/** A server that answers. */
export type Postmaster = {
  readonly pid: number
  /** Resolves when the process has ended, for whatever reason, with words for the log. */
  readonly ended: Promise<string>
  /** Asks for the end: fast is clean and does not wait for clients, immediate leaves the rest to recovery. */
  readonly interrupt: (how: 'fast' | 'immediate' | 'kill') => void
}

/** Starts the server and waits until it answers. Throws Unusable with PostgreSQL's own reason if it ends before. */
export async function startPostmaster(plan: Plan): Promise<Postmaster> {
  const { cluster } = plan.places
  writeFileSync(join(cluster, 'postgresql.conf'), settingsText(plan.endpoint, plan.tuning))
  const before = plan.logFile.size()
  const child = spawnServer(plan)
  const ended = endOf(child)
  try {
    await untilAnswering(plan.ownerUrl, ended)
  } catch (error) {
    letGo(child)
    const end = await ended
    throw refusal(
      plan,
      error instanceof Unusable ? `${end}: ${lastWords(plan.logFile.since(before))}` : error,
    )
  }
  const pid = readPostmasterFile(cluster)?.pid ?? child.pid ?? 0
  let over = false
  void ended.then(() => {
    over = true
  })
  // The number of an ended process may already belong to a stranger.
  return { pid, ended, interrupt: how => void (over || interrupt(pid, how)) }
}

/** The shell guard interrupts the server when its input ends; without it the process is the server itself. */
function letGo(child: ChildProcess): void {
  if (child.stdin) child.stdin.end()
  else child.kill('SIGINT')
}

const WRONG_PASSWORD = '28P01'

function refusal(plan: Plan, reason: unknown): Unusable {
  if (codeOf(reason) === WRONG_PASSWORD) {
    return new Unusable(
      `The database does not know the password in ${plan.places.ownerPassword}: ` +
        'put the file back from a backup, or delete it and start again, and Docket sets a new one.',
    )
  }
  return new Unusable(`The database could not start (${String(reason)}). Its log is ${plan.places.log}.`)
}

/** In a session of its own: a Ctrl-C in the terminal is Docket's to handle, which still needs its database then. */
function spawnServer(plan: Plan): ChildProcess {
  const { binaries, identity, places, tuning } = plan
  const server = [binaries.postgres, '-D', places.cluster, ...durabilityArguments(tuning)]
  const { command, holdsInput } = tied(server, plan.tie)
  const [program = '', ...args] = [...identity.prefix, ...command]
  const log = plan.logFile.open()
  try {
    return spawn(program, args, {
      ...identity.account,
      env: plainEnvironment(),
      stdio: [holdsInput ? 'pipe' : 'ignore', log, log],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
  } finally {
    closeSync(log)
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    child.on('error', error => resolve(error.message))
    child.on('exit', (code, signal) =>
      resolve(signal ? `it was ended by ${signal}` : `it ended with code ${code}`),
    )
  })
}

/** "Not yet" in the words of a socket that is not there and of a server that is still recovering. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'])

/** Recovery after a crash may take minutes on a large database: while the process lives, it is waited for. */
async function untilAnswering(url: string, ended: Promise<string>): Promise<void> {
  const over = ended.then(() => 'ended' as const)
  for (;;) {
    if (await answers(url)) return
    if ((await Promise.race([over, pause(15)])) === 'ended') throw new Unusable('ended')
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    if (isNotYet(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return NOT_YET.has(error.code)
  return /terminated|timeout/.test(error.message)
}

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const

function interrupt(pid: number, how: keyof typeof SIGNALS): void {
  try {
    process.kill(pid, SIGNALS[how])
  } catch {
    // It has ended already.
  }
}
