import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { placesIn } from '#server/platform/postgres/places.ts'
import { isAlive, postgresProcesses, readPostmasterFile } from '#server/platform/postgres/processes.ts'
import { childrenOf } from '#tests/bench/processes.ts'
import { type RealServerOptions, startRealServer } from '#tests/harness/real-server.ts'

/** The server under test: it keeps its ports over all its deaths. */
export type Target = {
  readonly url: string
  readonly smtpPort: number
  readonly dataFolder: string
  /** kill -9, and a new start at once. With `again` the new one is killed once more while it starts. */
  readonly killServer: (again: boolean) => Promise<void>
  /** kill -9 of PostgreSQL's postmaster, which the server then has to bring back. */
  readonly killDatabase: () => void
  /** Milliseconds since the server last took requests after a kill, or since PostgreSQL was killed. */
  readonly sinceLastKill: () => number
  /** Ends it in good order. */
  readonly stop: () => Promise<void>
  /** Processes that belonged to it, at any time, and still live. */
  readonly orphans: () => number[]
  /** Log of each time that it ended by itself; it is started again then, as a service manager would. */
  readonly crashes: () => readonly string[]
}

/** Starts the server under test. */
export async function startTarget(dataFolder: string, env: Record<string, string>): Promise<Target> {
  const { cluster } = placesIn(dataFolder)
  const seen = new Set<number>()
  const [port, smtpPort] = [await quietPort(), await quietPort()]
  const kept = keepRunning({ dataFolder, env, port, smtpPort })
  const note = () => {
    const { pid } = kept.child()
    for (const one of [pid!, ...childrenOf(pid!), ...postgresProcesses(cluster)]) seen.add(one)
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => kept.end(signal, note)
  const { url } = await kept.start()
  return {
    url,
    smtpPort,
    dataFolder,
    async killServer(again) {
      await end('SIGKILL')
      if (again) await killWhileStarting(kept.options, kept.child)
      await kept.start()
    },
    killDatabase() {
      note()
      const postmaster = readPostmasterFile(cluster)
      if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
      kept.disturbed.last = performance.now()
    },
    sinceLastKill: () => performance.now() - kept.disturbed.last,
    stop: () => end('SIGTERM'),
    orphans: () => [...seen].filter(isAlive),
    crashes: () => kept.crashes,
  }
}

type Started = Awaited<ReturnType<typeof startRealServer>>

/** A server that is started again whenever it ends by itself, as a service manager would. */
function keepRunning(where: RealServerOptions) {
  const crashes: string[] = []
  let child: ChildProcess
  let expected = false
  const disturbed = { last: performance.now() }
  let starting: Promise<Started>
  const options: RealServerOptions = {
    ...where,
    onSpawn: spawned => {
      child = spawned
    },
  }
  const begin = async () => {
    const started = await startRealServer(options)
    disturbed.last = performance.now()
    expected = false
    started.process.once('exit', () => {
      if (expected) return
      crashes.push(started.logged())
      starting = begin()
    })
    return started
  }
  return {
    options,
    crashes,
    child: () => child,
    disturbed,
    start() {
      starting = begin()
      return starting
    },
    async end(signal: 'SIGKILL' | 'SIGTERM', before: () => void) {
      const server = await starting
      expected = true
      before()
      await server.end(signal)
    },
  }
}

async function killWhileStarting(options: RealServerOptions, child: () => ChildProcess): Promise<void> {
  const starting = startRealServer(options).catch(() => undefined)
  await pause(200 + Math.random() * 1_500)
  child().kill('SIGKILL')
  await starting
}

/**
 * A free port below those that the system gives to outgoing connections: while the server is dead, none of the senders'
 * own connections may take its place.
 */
async function quietPort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
