import { type Mailbox, recipientOf, replySubject } from '#domain/conversations/recipients.ts'
import { replyHtml } from '#domain/conversations/reply-html.ts'
import { addressKey, addressParts } from '#domain/customers/address.ts'
import { oneLine, shorten } from '#domain/kernel/text.ts'
import type { Actor } from '#domain/people/actor.ts'
import { customerById } from '#server/customers/know-customer.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { Refused } from '#server/platform/refusal.ts'
import { findConversation } from './conversation-store.ts'
import { findMessageChannel, type MessageChannel, ownAddressesAmong } from './find-channel.ts'
import { insertMessage, type MessageRow, mailIdsOf, type Person, type Recipients } from './message-store.ts'
import { insertOutgoing, type OutgoingMail } from './outbox-store.ts'
import { replyAddress, replyMessageId, replyToken } from './reply-token.ts'

/** Where a reply is written, and what it answers. */
export type ReplyPlace = { conversationId: string; caseId: string | null; answered: MessageRow | undefined }

/** More than mail programs need to find the thread, few enough for every server's limit on headers. */
const mostReferences = 20

/**
 * Writes a reply and puts it into the outbox, in the transaction of whoever calls (promise 3). Gives the
 * message's id. Refused with NOBODY_TO_ANSWER or CHANNEL_CANNOT_SEND.
 */
export async function writeReply(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  place: ReplyPlace,
  reply: { text: string; cc: readonly string[] },
): Promise<string> {
  const conversation = await findConversation(tx, place.conversationId)
  const channel = conversation && (await findMessageChannel(tx, conversation.channel_id))
  if (!conversation || channel?.kind !== 'email' || channel.address === null)
    throw new Refused('CHANNEL_CANNOT_SEND', { kind: channel?.kind ?? null })
  const recipients = await recipientsOf(tx, place.answered, conversation.customer_id, reply.cc)
  const mail = await mailOf(tx, ctx, { ...channel, address: channel.address }, place, {
    recipients,
    subject: replySubject(place.answered?.subject ?? conversation.subject),
    text: reply.text,
  })
  const messageId = newId()
  await insertMessage(tx, {
    id: messageId,
    conversation_id: conversation.id,
    channel_id: channel.id,
    customer_id: conversation.customer_id,
    case_id: place.caseId,
    author_id: actor.userId,
    direction: 'out',
    subject: mail.subject,
    text: reply.text,
    preview: shorten(oneLine(reply.text.slice(0, 2_000)), 200),
    sender: mail.from,
    recipients,
    mail_id: mail.messageId,
    tie: 'thread',
    delivery: 'queued',
    next_attempt_at: tx.now,
    posted_at: tx.now,
    ingested_at: tx.now,
  })
  await send(tx, channel, messageId, mail)
  record(tx, actor, place, channel, messageId, mail)
  return messageId
}

async function send(tx: Tx, channel: MessageChannel, messageId: string, mail: OutgoingMail): Promise<void> {
  const id = newId()
  await insertOutgoing(tx, { id, kind: 'reply', channelId: channel.id, messageId, mail })
  await enqueue(tx, 'send_mail', { workspaceId: tx.workspaceId, id }, { key: `send:${id}` })
}

async function recipientsOf(
  tx: Tx,
  answered: MessageRow | undefined,
  customerId: string | null,
  cc: readonly string[],
): Promise<Recipients> {
  const customer = customerId === null ? undefined : await customerById(tx, customerId)
  const byEmail = customer?.email ? { name: customer.name, address: customer.email } : null
  const target = {
    replyTo: (answered?.recipients as Recipients | undefined)?.replyTo ?? [],
    from: (answered?.sender as Person | null | undefined) ?? null,
    customer: byEmail,
  }
  const mentioned = [target.replyTo, target.from ?? [], target.customer ?? []].flat()
  const bases = [...mentioned.map(mailbox => mailbox.address), ...cc].flatMap(baseOf)
  const own = await ownAddressesAmong(tx, bases)
  const isOwn = (address: string) => baseOf(address).some(base => own.has(base))
  const to = recipientOf(target, isOwn)
  if (to === null) throw new Refused('NOBODY_TO_ANSWER')
  const copies = [...new Set(cc)].filter(
    address => !isOwn(address) && addressKey(address) !== addressKey(to.address),
  )
  return { to: [to], cc: copies.map(address => ({ name: '', address })), replyTo: [] }
}

/** The address itself and what it is without its plus part, both comparable. */
function baseOf(address: string): string[] {
  const parts = addressParts(address)
  const key = addressKey(address)
  return parts && key ? [key, `${parts.base}@${parts.domain}`.toLowerCase()] : []
}

async function mailOf(
  tx: Tx,
  ctx: Context,
  channel: MessageChannel & { address: string },
  place: ReplyPlace,
  written: { recipients: Recipients; subject: string; text: string },
): Promise<OutgoingMail> {
  const token = replyToken(ctx.seal, tx.workspaceId, place.conversationId)
  const from: Mailbox = { name: channel.options.senderName || channel.name, address: channel.address }
  const answersTo = replyAddress(channel.address, token)
  const references = await mailIdsOf(tx, place.conversationId, mostReferences)
  return {
    from,
    to: written.recipients.to,
    cc: written.recipients.cc,
    replyTo: answersTo === null ? null : { name: from.name, address: answersTo },
    subject: written.subject,
    text: written.text,
    html: replyHtml(written.text),
    messageId: replyMessageId(token, channel.address.slice(channel.address.lastIndexOf('@') + 1)),
    inReplyTo: place.answered?.mail_id ?? references.at(-1) ?? null,
    references,
    date: tx.now.toISOString(),
  }
}

function record(
  tx: Tx,
  actor: Actor,
  place: ReplyPlace,
  channel: MessageChannel,
  messageId: string,
  mail: OutgoingMail,
): void {
  tx.record({
    kind: 'message.sent',
    actor: { kind: 'user', id: actor.userId },
    caseId: place.caseId,
    conversationId: place.conversationId,
    messageId,
    channelId: channel.id,
    data: {
      subject: mail.subject,
      excerpt: shorten(oneLine(mail.text.slice(0, 2_000)), 140),
      to: mail.to.map(person => person.address),
      cc: mail.cc.map(person => person.address),
    },
  })
}
