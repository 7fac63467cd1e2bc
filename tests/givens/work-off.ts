import { sql } from 'kysely'
import { deliverMail } from '#server/connectors/mail/deliver-mail.ts'
import { understandMail } from '#server/conversations/understand-mail.ts'
import type { Context } from '#server/platform/context.ts'
import type { MailReader } from '#server/platform/mail/reading-room.ts'

type Job = { id: string; name: string; payload: { workspaceId: string; id: string } }

/**
 * Does every job that is due, one after the other, until none is. One that fails is not tried again: what
 * comes round later is a test's own business.
 */
export async function workOff(ctx: Context, reader: MailReader): Promise<void> {
  for (let job = await takeJob(ctx); job; job = await takeJob(ctx)) {
    const done =
      job.name === 'send_mail' ? deliverMail(ctx, job.payload) : understandMail(ctx, reader, job.payload)
    await done.catch(error => ctx.log.warn({ err: error }, 'a job failed'))
  }
}

async function takeJob(ctx: Context): Promise<Job | undefined> {
  const taken = await sql<Job>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs
      where run_at <= now() order by run_at, id limit 1)
    returning j.id, t.identifier as name, j.payload`.execute(ctx.database.global)
  return taken.rows[0]
}
