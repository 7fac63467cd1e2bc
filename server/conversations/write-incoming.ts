import type { Source } from '#domain/cases/source.ts'
import { visibleStart } from '#domain/conversations/preview.ts'
import { type Followed, followInbound } from '#server/cases/follow-message.ts'
import type { KnownCustomer } from '#server/customers/know-customer.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { touchConversation } from './conversation-store.ts'
import { insertFiles, type StoredFile } from './file-store.ts'
import type { MessageChannel } from './find-channel.ts'
import { insertHtml, insertMessage, type Person, type Recipients } from './message-store.ts'
import { markUnderstood } from './raw-store.ts'

/** A message that has been understood and has its conversation: what remains is to write it. */
export type Incoming = {
  rawId: string
  channel: MessageChannel
  conversationId: string
  customer: KnownCustomer | null
  source: Source
  subject: string
  text: string
  /** Already made harmless; null where there is none. */
  html: string | null
  remoteImages: number
  sender: Person | null
  recipients: Recipients
  mailId: string | null
  /** How we know that a machine sent it by itself; null where a person did. */
  automatic: string | null
  doubt: string | null
  doubtedCaseId: string | null
  tie: string
  postedAt: Date
  ingestedAt: Date
  files: readonly StoredFile[]
}

/** What came of it. */
export type WrittenMessage = { messageId: string; followed: Followed }

/**
 * Writes a message that came in, into its conversation and into the case that follows it (CV-01, CV-03),
 * and settles its raw form. One transaction with everything around it, so that it is there whole or not at all.
 */
export async function writeIncoming(tx: Tx, incoming: Incoming): Promise<WrittenMessage> {
  const messageId = newId()
  const preview = visibleStart(incoming.text)
  const followed = await follow(tx, incoming, messageId)
  // Sent together and done in this order: the database answers once.
  await Promise.all([
    insertMessage(tx, rowOf(incoming, messageId, preview, followed.caseId)),
    incoming.html === null ? undefined : insertHtml(tx, messageId, incoming.html),
    insertFiles(tx, { messageId, channelId: incoming.channel.id, caseId: followed.caseId }, incoming.files),
    markUnderstood(tx, incoming.rawId),
    touchConversation(tx, incoming.conversationId),
  ])
  tx.record({
    kind: 'message.received',
    actor: { kind: 'customer', id: incoming.customer?.id ?? null },
    caseId: followed.caseId,
    conversationId: incoming.conversationId,
    messageId,
    channelId: incoming.channel.id,
    data: {
      subject: incoming.subject,
      excerpt: preview,
      effect: followed.effect,
      automatic: incoming.automatic,
      doubt: incoming.doubt,
      tie: incoming.tie,
    },
  })
  return { messageId, followed }
}

function follow(tx: Tx, incoming: Incoming, messageId: string): Promise<Followed> {
  return followInbound(tx, {
    conversationId: incoming.conversationId,
    channelId: incoming.channel.id,
    customerId: incoming.customer?.id ?? null,
    messageId,
    ingestedAt: incoming.ingestedAt,
    automatic: incoming.automatic !== null,
    subject: incoming.subject,
    text: incoming.text,
    source: incoming.source,
    createOnLateMessage: incoming.channel.options.createOnLateMessage,
    defaultTeamId: incoming.channel.options.defaultTeamId,
  })
}

function rowOf(incoming: Incoming, messageId: string, preview: string, caseId: string | null) {
  return {
    id: messageId,
    conversation_id: incoming.conversationId,
    channel_id: incoming.channel.id,
    customer_id: incoming.customer?.id ?? null,
    case_id: caseId,
    raw_id: incoming.rawId,
    direction: 'in' as const,
    subject: incoming.subject,
    text: incoming.text,
    preview,
    sender: incoming.sender,
    recipients: incoming.recipients,
    mail_id: incoming.mailId,
    automatic: incoming.automatic,
    doubt: incoming.doubt,
    doubted_case_id: incoming.doubtedCaseId,
    tie: incoming.tie,
    remote_images: incoming.remoteImages,
    has_html: incoming.html !== null,
    has_files: incoming.files.some(file => !file.inline),
    delivery: 'received' as const,
    posted_at: incoming.postedAt,
    ingested_at: incoming.ingestedAt,
  }
}
