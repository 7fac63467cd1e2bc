import type { Context } from '#server/platform/context.ts'
import { deliverMail } from './deliver-mail.ts'

/** The job that sends what waits in the outbox. */
export function mailJobs(ctx: Context) {
  return {
    send_mail: (payload: { workspaceId: string; id: string }) => deliverMail(ctx, payload),
  }
}
