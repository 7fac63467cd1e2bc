import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** Work that may wait until after the commit, and survives everything (C4). */
export type JobName = 'understand_mail' | 'send_mail'

/** When a job runs, and beside which others. */
export type JobPlan = {
  /** Makes it single: a second one with the same key replaces the first while it waits. */
  key?: string
  /** Not before this moment. */
  runAt?: Date
}

/** Puts a job into the queue inside the act's own transaction: never "written but not queued". */
export async function enqueue(
  tx: Tx,
  job: JobName,
  payload: { workspaceId: string; id: string },
  plan: JobPlan = {},
): Promise<void> {
  const body = JSON.stringify(payload)
  await sql`select 1 from graphile_worker.add_job(${job}::text, ${body}::json, run_at => ${plan.runAt ?? null}::timestamptz, job_key => ${plan.key ?? null}::text, max_attempts => 5)`.execute(
    tx.q,
  )
}
