import { sql } from 'kysely'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Log } from '#server/platform/log.ts'

const beatMs = 8_000
const lifeSeconds = 30

/**
 * Says every few seconds that these workers live, and takes the jobs of those that no longer say so
 * (C4: a killed worker's work resumes within 60 seconds, not after the queue's own four hours). Time is
 * the database's, so clocks that differ between machines do no harm (K1).
 */
export function keepLease(
  database: Database,
  log: Log,
  workerIds: () => readonly string[],
): { stop(): Promise<void> } {
  const beat = async () => {
    try {
      await renew(database, [...workerIds()])
      await releaseDead(database, log)
    } catch (error) {
      log.warn({ err: error }, 'the lease of the workers could not be renewed; trying again')
    }
  }
  const timer = setInterval(() => void beat(), beatMs)
  void beat()
  return {
    async stop() {
      clearInterval(timer)
      const ids = [...workerIds()]
      if (ids.length > 0)
        await database.global
          .deleteFrom('worker_leases')
          .where('worker_id', 'in', ids)
          .execute()
          .catch(() => undefined)
    },
  }
}

async function renew(database: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into worker_leases (worker_id, seen_at) select unnest(${ids}::text[]), now()
    on conflict (worker_id) do update set seen_at = excluded.seen_at`.execute(database.global)
}

async function releaseDead(database: Database, log: Log): Promise<void> {
  const dead = await sql<{ worker_id: string }>`
    select distinct locked_by as worker_id from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - make_interval(secs => ${lifeSeconds})
      and not exists (select from worker_leases l where l.worker_id = locked_by and l.seen_at > now() - make_interval(secs => ${lifeSeconds}))
    union select worker_id from worker_leases where seen_at < now() - make_interval(secs => ${lifeSeconds * 2})`.execute(
    database.global,
  )
  const ids = dead.rows.map(row => row.worker_id)
  if (ids.length === 0) return
  log.warn({ workers: ids }, 'workers have died; their jobs are taken up again')
  await releaseJobs(database, ids)
}

/** Gives back the jobs of workers that are no more. */
export async function releaseJobs(database: Database, workerIds: readonly string[]): Promise<void> {
  const ids = [...workerIds]
  await sql`select graphile_worker.force_unlock_workers(${ids}::text[])`.execute(database.global)
  await database.global.deleteFrom('worker_leases').where('worker_id', 'in', ids).execute()
}

/** Gives back all jobs: for the one process that works on this queue, before it begins. */
export async function releaseAllJobs(database: Database): Promise<void> {
  const locked = await sql<{ worker_id: string }>`
    select locked_by as worker_id from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null
    union select worker_id from worker_leases`.execute(database.global)
  const ids = locked.rows.map(row => row.worker_id)
  if (ids.length > 0) await releaseJobs(database, ids)
}
