import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** Work that may wait until after the commit, and survives everything (C4). */
export type JobName = 'understand_mail' | 'send_mail'

/**
 * Puts a job into the queue inside the act's own transaction: never "written but not queued".
 * `key` makes it single: a second one with the same key replaces the first while it waits.
 */
export async function enqueue(
  tx: Tx,
  job: JobName,
  payload: { workspaceId: string; id: string },
  key?: string,
): Promise<void> {
  await sql`select 1 from graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}, max_attempts => 5)`.execute(
    tx.q,
  )
}
