import type { Context } from '#server/platform/context.ts'
import type { RawMessagesRow } from '#server/platform/db/tables.ts'
import { DatabaseUnavailable } from '#server/platform/db/transaction.ts'
import { type MailReader, MailReaderUnavailable, MailUnreadable } from '#server/platform/mail/reading-room.ts'
import { keepIntake } from './keep-intake.ts'
import { FilesUnavailable, keepMail } from './keep-mail.ts'
import { type AsideReason, putAside } from './put-aside.ts'
import { beginAttempt, forgetAttempt } from './raw-store.ts'

/** After so many failures a mail is put aside where people see it (D5). */
const mostAttempts = 3

/**
 * Turns one raw message into a message (promise 3). Safe to run twice, and beside itself. A mail that cannot
 * be read is put into quarantine after three tries, at once if it never can be (B2, D5); an outage of ours
 * counts as no try. Throws to be tried again.
 */
export async function understandMail(
  ctx: Context,
  reader: MailReader,
  job: { workspaceId: string; id: string },
): Promise<void> {
  const raw = await ctx.database.write(job.workspaceId, tx => beginAttempt(tx, job.id), 'background')
  if (!raw) return
  // Counted before it is read: a mail that kills the process is not read for ever.
  if (raw.attempts > mostAttempts) return quarantine(ctx, raw, 'crashed', 'Reading it ended the process.')
  try {
    if (raw.via === 'api') await keepIntake(ctx, raw)
    else await keepMail(ctx, raw, await reader.read(raw.body))
  } catch (error) {
    await afterFailure(ctx, raw, error)
  }
}

async function afterFailure(ctx: Context, raw: RawMessagesRow, error: unknown): Promise<void> {
  if (isOutage(error)) {
    await ctx.database.write(raw.workspace_id, tx => forgetAttempt(tx, raw.id), 'background')
    throw error
  }
  const unreadable = error instanceof MailUnreadable ? error : null
  const hopeless = unreadable?.reason === 'malformed' || unreadable?.reason === 'size'
  if (!hopeless && raw.attempts < mostAttempts) throw error
  if (!unreadable) ctx.log.error({ err: error, raw: raw.id }, 'a mail could not be kept')
  const detail = unreadable?.detail ?? (error instanceof Error ? error.message : String(error))
  await quarantine(ctx, raw, unreadable?.reason ?? 'failed', detail)
}

/** Something of ours does not work; the mail is not at fault. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof DatabaseUnavailable ||
    error instanceof FilesUnavailable ||
    error instanceof MailReaderUnavailable
  )
}

async function quarantine(
  ctx: Context,
  raw: RawMessagesRow,
  reason: AsideReason,
  detail: string,
): Promise<void> {
  const kept = { id: raw.id, channelId: raw.channel_id, body: raw.body }
  await ctx.database.write(raw.workspace_id, tx => putAside(tx, kept, reason, detail), 'background')
}
