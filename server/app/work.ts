import { deliverMail } from '#server/connectors/mail/deliver-mail.ts'
import { openMailboxWatcher } from '#server/connectors/mail/mailbox-watcher.ts'
import { understandMail } from '#server/conversations/understand-mail.ts'
import type { Context } from '#server/platform/context.ts'
import { type Sweep, startJobs } from '#server/platform/jobs/runner.ts'
import type { Lifetime } from '#server/platform/lifetime.ts'
import { createMailReader } from '#server/platform/mail/reading-room.ts'

/** Where the queue is; `alone` if no other process can work on it. */
export type Queue = { readonly url: string; readonly alone: boolean }

/** Starts the background work of this process: jobs, sweeps, and the watch over mailboxes. */
export async function startWork(
  ctx: Context,
  queue: Queue,
  sweeps: readonly Sweep[],
  lifetime: Lifetime,
): Promise<void> {
  const reader = createMailReader()
  lifetime.onStop('the mail reader', () => reader.stop())
  const jobs = await startJobs({
    ...queue,
    database: ctx.database,
    log: ctx.log,
    concurrency: 4,
    sweeps,
    handlers: {
      understand_mail: job => understandMail(ctx, reader, job),
      send_mail: job => deliverMail(ctx, job),
    },
  })
  lifetime.onStop('the jobs', () => jobs.stop())
  const watcher = openMailboxWatcher(ctx)
  lifetime.onStop('the mailboxes', () => watcher.stop())
}
