/** `npm run bench`: how fast Docket is beside the barest thing that does the same (DESIGN §8, docs/testing.md). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseAddress } from '#tests/harness/database-address.ts'
import { queryOnce } from '#tests/harness/query-once.ts'
import { type RealServer, startRealServer } from '#tests/harness/real-server.ts'
import { capture, startRecorded } from './capture.ts'
import { findKnown } from './find-known.ts'
import { helpText, type Options, readOptions } from './options.ts'
import { env, prepare, tokens } from './prepare.ts'
import { type Memory, memoryOf } from './processes.ts'
import type { Program } from './program.ts'
import { type Measured, measure, startBare } from './rounds.ts'
import { type Scenario, scenariosOf } from './scenarios.ts'
import { type Report, tableOf } from './table.ts'
import { type MailFigures, takeMail } from './take-mail.ts'

/** As many connections as the server's own pool has. */
const poolSize = 6

const say = (line: string) => console.error(line)

async function withServer<T>(
  starting: Promise<RealServer>,
  use: (server: RealServer) => Promise<T>,
): Promise<T> {
  const server = await starting
  try {
    return await use(server)
  } finally {
    await server.end('SIGTERM')
  }
}

type Whole = { warmMs: number; idle: Memory | null; mail: MailFigures | null }

/** The whole server with its background work, as `npm start` runs it: how fast it is there, and what it then holds. */
async function lookAtWhole(dataFolder: string, options: Options): Promise<Whole> {
  return withServer(startRealServer({ dataFolder, env }), async server => {
    await pause(3_000)
    const idle = memoryOf(server.pid, databaseAddress(dataFolder).cluster)
    const mail = options.only.includes('mail') ? await takeMail(dataFolder, server, mailsAtOnce) : null
    return { warmMs: server.startMs, idle, mail }
  })
}

const mailsAtOnce = 3_000

type Recording = { readonly scenarios: readonly Scenario[]; readonly programs: Record<string, Program[]> }

async function record(dataFolder: string, options: Options): Promise<Recording> {
  return withServer(startRecorded(dataFolder, env), async server => {
    const known = await findKnown(databaseAddress(dataFolder).ownerUrl, server.url, tokens)
    const scenarios = scenariosOf(known).filter(scenario => options.only.includes(scenario.name))
    const programs: Record<string, Program[]> = {}
    for (const scenario of scenarios) programs[scenario.name] = await capture(server, scenario)
    return { scenarios, programs }
  })
}

type Outcome = { measured: Measured[]; loaded: Memory | null; messages: number }

async function measureAll(dataFolder: string, options: Options, recording: Recording): Promise<Outcome> {
  return withServer(startRealServer({ dataFolder, env, args: ['--no-work'] }), async server => {
    const { ownerUrl, cluster } = databaseAddress(dataFolder)
    const measured = await measureEach(dataFolder, server, options, recording)
    // The connections of the bare server, which is gone now, were not the product's.
    await pause(1_000)
    const loaded = memoryOf(server.pid, cluster)
    const [counted] = await queryOnce(ownerUrl, 'select count(*) as messages from messages')
    return { measured, loaded, messages: Number(counted!.messages) }
  })
}

async function measureEach(
  dataFolder: string,
  server: RealServer,
  { clients, seconds }: Options,
  { scenarios, programs }: Recording,
): Promise<Measured[]> {
  const { appUrl, ownerUrl, cluster } = databaseAddress(dataFolder)
  const bare = await startBare({ url: appUrl, poolSize, programs })
  try {
    const measured: Measured[] = []
    for (const scenario of scenarios) {
      say(`measuring: ${scenario.title}`)
      measured.push(await measure({ docket: server, bare, cluster, ownerUrl, clients, seconds }, scenario))
    }
    return measured
  } finally {
    bare.process.kill()
  }
}

async function main(options: Options): Promise<void> {
  const folder = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), 'docket-bench-'))
  try {
    const firstMs = await prepare(folder, options.cases, say)
    const { warmMs, idle, mail } = await lookAtWhole(folder, options)
    const recording = await record(folder, options)
    const { measured, loaded, messages } = await measureAll(folder, options, recording)
    const { cases, clients, seconds } = options
    const start = { firstMs, warmMs }
    const memory = { idle, loaded }
    const report: Report = { cases, messages, clients, seconds, start, memory, measured, mail }
    console.log(options.json ? JSON.stringify(report, null, 2) : tableOf(report))
  } finally {
    if (!options.data) rmSync(folder, { recursive: true, force: true })
  }
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(helpText)
else await main(options)
