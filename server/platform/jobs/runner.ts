import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Log } from '#server/platform/log.ts'
import type { JobName } from './enqueue.ts'
import { keepLease } from './lease.ts'

/** What a job is told: whose it is and which record it is about. Everything else it reads itself. */
export type JobPayload = { workspaceId: string; id: string }
export type JobHandlers = Record<JobName, (payload: JobPayload) => Promise<void>>

/** Work that comes round every minute; must be safe to run twice, and beside itself. */
export type Sweep = { name: string; run(): Promise<void> }

type Setup = {
  url: string
  database: Database
  log: Log
  handlers: JobHandlers
  sweeps: readonly Sweep[]
  concurrency: number
}

/**
 * Starts working off the queue. A worker that dies loses its lease and its jobs go back within a minute
 * (C4); a job that fails is tried five times with growing pauses, then stays for people to see (P1).
 */
export async function startJobs(setup: Setup): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: setup.url, max: setup.concurrency + 2 })
  const lost = (error: Error) => setup.log.warn({ err: error }, 'the queue lost a connection')
  pool.on('error', lost)
  pool.on('connect', client => void client.on('error', lost))
  const workerIds = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId))
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
  })
  const lease = keepLease(setup.database, setup.log, () => [...workerIds])
  return {
    async stop() {
      await runner.stop()
      await lease.stop()
      await pool.end()
    },
  }
}

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
