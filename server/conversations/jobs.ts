import type { Context } from '#server/platform/context.ts'
import type { MailReader } from '#server/platform/mail/reading-room.ts'
import { understandMail } from './understand-mail.ts'

/** The job that turns raw messages into messages. */
export function conversationJobs(ctx: Context, reader: MailReader) {
  return {
    understand_mail: (payload: { workspaceId: string; id: string }) => understandMail(ctx, reader, payload),
  }
}
