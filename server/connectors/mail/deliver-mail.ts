import type { AttemptOutcome } from '#domain/conversations/delivery.ts'
import { SECOND } from '#domain/kernel/moments.ts'
import { channelForIntake } from '#server/channels/access.ts'
import {
  type Attempt,
  beginDelivery,
  keepDelivery,
  settleDelivery,
} from '#server/conversations/attempt-delivery.ts'
import type { Context } from '#server/platform/context.ts'
import { composeMail, type WireSender } from './compose-mail.ts'
import { handOverMail, type SmtpServer } from './hand-over-mail.ts'
import { noticeSender, serverOfUrl } from './own-server.ts'

const beatMs = 10 * SECOND

/**
 * Sends one mail of the outbox: marked as being sent before anybody connects, handed over once, and what came
 * of it written down (promise 3, I6, U1). Throws only when the database is away; then the mail shows as in doubt.
 */
export async function deliverMail(ctx: Context, job: { workspaceId: string; id: string }): Promise<void> {
  const attempt = await beginDelivery(ctx, job)
  if (!attempt) return
  const takenOver = new AbortController()
  const beat = setInterval(() => {
    keepDelivery(ctx, attempt).then(
      mine => mine || takenOver.abort(),
      error => ctx.log.warn({ err: error }, 'a mail is being sent, but that could not be written down'),
    )
  }, beatMs)
  try {
    const outcome = await tryOnce(ctx, attempt, takenOver.signal)
    await settleDelivery(ctx, attempt, outcome)
    if (outcome.kind !== 'sent') ctx.log.warn({ outbox: attempt.id, ...outcome }, 'a mail was not taken')
  } finally {
    clearInterval(beat)
  }
}

async function tryOnce(ctx: Context, attempt: Attempt, stop: AbortSignal): Promise<AttemptOutcome> {
  try {
    const server = await serverFor(ctx, attempt)
    if (!server) return withoutServer(attempt)
    const mail = await composeMail(attempt.mail, senderOf(ctx, attempt), attempt.kind)
    if (!mail) return { kind: 'rejected', words: 'None of its addresses can be written to.' }
    return await handOverMail(server, mail, stop)
  } catch (error) {
    ctx.log.error({ err: error, outbox: attempt.id }, 'a mail could not be made ready')
    return { kind: 'postponed', words: error instanceof Error ? error.message : String(error) }
  }
}

/** The channel's own server, else the one of the whole installation. */
async function serverFor(ctx: Context, attempt: Attempt): Promise<SmtpServer | null> {
  const ownName = new URL(ctx.publicUrl).hostname
  const { channelId } = attempt
  const channel =
    channelId === null
      ? null
      : await ctx.database.read(attempt.workspaceId, tx => channelForIntake(ctx, tx, channelId), 'background')
  if (channel?.smtp) return { ...channel.smtp, password: channel.smtp.password ?? '', name: ownName }
  return ctx.smtpUrl === null ? null : { ...serverOfUrl(ctx.smtpUrl), name: ownName }
}

/** Words for a customer wait until there is a server; a notice that comes days late is of no use to anybody. */
function withoutServer(attempt: Attempt): AttemptOutcome {
  if (attempt.kind === 'notice')
    return { kind: 'rejected', words: 'No server for outgoing mail is set up. Set SMTP_URL.' }
  const words = 'No server for outgoing mail is set up. Set one in the settings of the channel, or SMTP_URL.'
  return { kind: 'postponed', words }
}

function senderOf(ctx: Context, attempt: Attempt): WireSender {
  return attempt.mail.from ?? { name: 'Docket', address: noticeSender(ctx.smtpUrl, ctx.publicUrl) }
}
