import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Log } from '#server/platform/log.ts'
import type { JobName } from './enqueue.ts'
import { keepLease, releaseAllJobs, releaseJobs } from './lease.ts'

/** What a job is told: whose it is and which record it is about. Everything else it reads itself. */
export type JobPayload = { workspaceId: string; id: string }
export type JobHandlers = Record<JobName, (payload: JobPayload) => Promise<void>>

/** Work that comes round every minute; must be safe to run twice, and beside itself. */
export type Sweep = { name: string; run(): Promise<void> }

type Setup = {
  url: string
  /** No other process works on this queue: whatever is locked in it at the start was left by a dead one. */
  alone: boolean
  database: Database
  log: Log
  handlers: JobHandlers
  sweeps: readonly Sweep[]
  concurrency: number
}

/** The queue while it runs: `poolId` is the name under which it locks jobs. */
type Running = { readonly runner: Runner; readonly poolId: string }

/**
 * Starts working off the queue. A worker that dies loses its lease and its jobs go back within a minute
 * (C4); a job that fails is tried five times with growing pauses, then stays for people to see (P1). A queue
 * that ended because the database was away is started again until it runs (B1d).
 */
export async function startJobs(setup: Setup): Promise<{ stop(): Promise<void> }> {
  const pool = openPool(setup)
  const stopping = new AbortController()
  if (setup.alone) await releaseAllJobs(setup.database)
  let running = await runQueue(setup, pool)
  const lease = keepLease(setup.database, setup.log, () => [running.poolId])
  const watching = (async () => {
    for (;;) {
      const reason = await running.runner.promise.catch(error => error)
      if (stopping.signal.aborted) return
      setup.log.warn({ err: reason }, 'the queue has stopped by itself; starting it again')
      const next = await runAgain(setup, pool, running.poolId, stopping.signal)
      if (!next) return
      running = next
    }
  })()
  return {
    async stop() {
      stopping.abort()
      // It may have stopped by itself at this very moment.
      await running.runner.stop().catch(() => undefined)
      await watching
      await lease.stop()
      await pool.end()
    },
  }
}

function openPool(setup: Setup): pg.Pool {
  const pool = new pg.Pool({ connectionString: setup.url, max: setup.concurrency + 2 })
  const lost = (error: Error) => setup.log.warn({ err: error }, 'the queue lost a connection')
  pool.on('error', lost)
  pool.on('connect', client => void client.on('error', lost))
  return pool
}

async function runQueue(setup: Setup, pool: pg.Pool): Promise<Running> {
  const events: WorkerEvents = new EventEmitter()
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id
  })
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: setup.concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasksOf(setup),
    parsedCronItems: parseCronItems(
      setup.sweeps.map(sweep => ({ task: sweep.name, match: '* * * * *', options: { backfillPeriod: 0 } })),
    ),
    logger: loggerOf(setup.log),
    // Settled in batches, a job that cannot be settled ends the queue; settled one by one, it ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  return { runner, poolId }
}

/** Starts the queue again, when the database lets it, and gives back at once what its predecessor had locked. */
async function runAgain(
  setup: Setup,
  pool: pg.Pool,
  deadPoolId: string,
  stopping: AbortSignal,
): Promise<Running | null> {
  while (!stopping.aborted) {
    try {
      await releaseJobs(setup.database, [deadPoolId])
      return await runQueue(setup, pool)
    } catch (error) {
      setup.log.warn({ err: error }, 'the queue could not be started; trying again')
      await pause(restartMs, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return null
}

const restartMs = 500

function tasksOf(setup: Setup): TaskList {
  const tasks: TaskList = {}
  for (const [name, handle] of Object.entries(setup.handlers)) {
    tasks[name] = payload => handle(payload as JobPayload)
  }
  for (const sweep of setup.sweeps) tasks[sweep.name] = () => sweep.run()
  return tasks
}

/** The queue's own words go to our log; a failed job is a warning, its last failure an error. */
function loggerOf(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ queue: message }, 'a job failed')
    else log.debug({ queue: message }, 'queue')
  })
}
