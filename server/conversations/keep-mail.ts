import { keptType } from '#domain/conversations/file-types.ts'
import { postingTime } from '#domain/conversations/posting-time.ts'
import { addressKey, normaliseAddress } from '#domain/customers/address.ts'
import { after, SECOND } from '#domain/kernel/moments.ts'
import { type KnownCustomer, knowCustomer } from '#server/customers/know-customer.ts'
import type { Context } from '#server/platform/context.ts'
import type { RawMessagesRow } from '#server/platform/db/tables.ts'
import { DatabaseUnavailable } from '#server/platform/db/transaction.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import type { ReadMail } from '#server/platform/mail/reading-messages.ts'
import type { MailAttachment, UnderstoodMail } from '#server/platform/mail/understood-mail.ts'
import { insertConversation } from './conversation-store.ts'
import type { StoredFile } from './file-store.ts'
import { findMessageChannel, type MessageChannel } from './find-channel.ts'
import { putAsideWithoutChannel } from './put-aside.ts'
import { type Envelope, forgetAttempt, lockReceived, predecessorWaits } from './raw-store.ts'
import { queueReading } from './receive-mail.ts'
import { nearestFirst, threadMail } from './thread-mail.ts'
import { writeIncoming } from './write-incoming.ts'

/** The file store did not take the bytes: an outage, not a fault of the mail (F9, U7). */
export class FilesUnavailable extends Error {}

/**
 * Makes a message of a mail that has been read: its files first, then everything in one transaction (F9).
 * Running it twice makes one message (B1).
 */
export async function keepMail(ctx: Context, raw: RawMessagesRow, read: ReadMail): Promise<void> {
  const files = await storeFiles(ctx, raw.workspace_id, read.mail.attachments)
  let tries = 0
  const attempt = (tx: Tx) => {
    tries += 1
    return write(tx, ctx, raw, read, files)
  }
  let kept: boolean
  try {
    kept = await ctx.database.write(raw.workspace_id, attempt, 'background')
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) && tries <= 1) await removeFiles(ctx, files)
    throw error
  }
  // A second try may mean that the first was committed after all and only its answer was lost: the files are its.
  if (!kept && tries === 1) await removeFiles(ctx, files)
}

/**
 * False if somebody else has settled the mail meanwhile, or its channel is gone. Mail is read by several at
 * once, so an answer may overtake what it answers and would find no conversation: it lets the other go first.
 */
async function write(
  tx: Tx,
  ctx: Context,
  raw: RawMessagesRow,
  { mail, html }: ReadMail,
  files: readonly StoredFile[],
): Promise<boolean> {
  const envelope = raw.envelope as unknown as Envelope
  const [waiting, channel, tooEarly] = await Promise.all([
    lockReceived(tx, raw.id),
    findMessageChannel(tx, raw.channel_id),
    predecessorWaits(tx, raw, nearestFirst(mail)),
  ])
  if (!waiting) return false
  if (!channel) return putAsideWithoutChannel(tx, raw).then(() => false)
  if (tooEarly) return comeBack(tx, raw)
  const [thread, customer] = await Promise.all([
    threadMail(tx, ctx.seal, channel, mail, envelope),
    customerOf(tx, mail),
  ])
  const conversationId = thread.conversationId ?? (await begin(tx, channel, customer, mail))
  await writeIncoming(tx, {
    rawId: raw.id,
    channel,
    conversationId,
    customer,
    source: 'email',
    subject: mail.subject,
    text: mail.text,
    html: html?.html ?? null,
    remoteImages: html?.remoteImages ?? 0,
    sender: mail.from,
    recipients: { to: mail.to, cc: mail.cc, replyTo: mail.replyTo },
    mailId: mail.messageId,
    automatic: automaticOf(mail, envelope),
    doubt: thread.doubt,
    doubtedCaseId: thread.doubtedCaseId,
    tie: thread.tie,
    postedAt: postingTime(mail.date, arrival(raw, envelope)),
    // What people have let out of quarantine comes in now, where they see it (CV-19).
    ingestedAt: waiting.settled_at === null ? raw.received_at : tx.now,
    files,
  })
  return true
}

/** Nothing is written now; the mail is read again in a moment, and that was no try. */
async function comeBack(tx: Tx, raw: RawMessagesRow): Promise<false> {
  await forgetAttempt(tx, raw.id)
  await queueReading(tx, raw.id, after(tx.now, 2 * SECOND))
  return false
}

async function begin(
  tx: Tx,
  channel: MessageChannel,
  customer: KnownCustomer | null,
  mail: UnderstoodMail,
): Promise<string> {
  const id = newId()
  await insertConversation(tx, {
    id,
    channelId: channel.id,
    customerId: customer?.id ?? null,
    threadKey: id,
    subject: mail.subject,
  })
  return id
}

/** Who wrote it, as the best reading says; a doubt about that stands on the message itself (T4). */
async function customerOf(tx: Tx, mail: UnderstoodMail): Promise<KnownCustomer | null> {
  const handle = mail.from ? addressKey(mail.from.address) : null
  if (!mail.from || handle === null) return null
  return knowCustomer(tx, {
    network: 'email',
    handle,
    name: mail.senderVerified ? mail.from.name : '',
    email: normaliseAddress(mail.from.address),
  })
}

/** How we know that a machine sent it: by what it says of itself, or by a null sender in its envelope (L2). */
function automaticOf(mail: UnderstoodMail, envelope: Envelope): string | null {
  const { kind, why } = mail.automatic
  if (kind !== 'no') return why === '' ? kind : `${kind}: ${why}`
  return envelope.from === '' ? 'auto-generated: null sender' : null
}

function arrival(raw: RawMessagesRow, envelope: Envelope): Date {
  const given = envelope.arrivedAt === null ? null : new Date(envelope.arrivedAt)
  return given && given.getTime() < raw.received_at.getTime() ? given : raw.received_at
}

async function storeFiles(
  ctx: Context,
  workspaceId: string,
  attachments: readonly MailAttachment[],
): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  try {
    for (const part of attachments) {
      files.push({
        id: newId(),
        name: part.name,
        mediaType: keptType(part.name, part.mediaType, part.content.subarray(0, 32)),
        size: part.size,
        contentId: part.contentId,
        inline: part.inline,
        storageKey: await ctx.files.put(workspaceId, part.content),
      })
    }
  } catch (error) {
    await removeFiles(ctx, files)
    throw new FilesUnavailable('The file store does not take files.', { cause: error })
  }
  return files
}

async function removeFiles(ctx: Context, files: readonly StoredFile[]): Promise<void> {
  for (const file of files) {
    await ctx.files
      .remove(file.storageKey)
      .catch(error => ctx.log.warn({ err: error }, 'a file that nobody needs could not be removed'))
  }
}
