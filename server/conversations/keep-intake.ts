import type { z } from 'zod'
import { postingTime } from '#domain/conversations/posting-time.ts'
import { intakeShape } from '#domain/conversations/wire.ts'
import { addressKey } from '#domain/customers/address.ts'
import { type KnownCustomer, knowCustomer } from '#server/customers/know-customer.ts'
import type { Context } from '#server/platform/context.ts'
import type { RawMessagesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { findByThreadKey, insertConversation } from './conversation-store.ts'
import { findMessageChannel } from './find-channel.ts'
import { putAsideWithoutChannel } from './put-aside.ts'
import { lockReceived } from './raw-store.ts'
import { writeIncoming } from './write-incoming.ts'

/** Makes a message of what another system handed in, in one transaction; running it twice makes one. */
export async function keepIntake(ctx: Context, raw: RawMessagesRow): Promise<void> {
  const message = intakeShape.parse(JSON.parse(raw.body.toString('utf8')))
  await ctx.database.write(raw.workspace_id, tx => write(tx, raw, message))
}

async function write(tx: Tx, raw: RawMessagesRow, message: z.output<typeof intakeShape>): Promise<void> {
  const [waiting, channel] = await Promise.all([
    lockReceived(tx, raw.id),
    findMessageChannel(tx, raw.channel_id),
  ])
  if (!waiting) return
  if (!channel) return putAsideWithoutChannel(tx, raw)
  const { handle, name } = message.from
  const customer = await knowCustomer(tx, {
    // Two systems may use the same handle for two people.
    network: `api:${channel.id}`,
    handle,
    name: name ?? '',
    email: addressKey(handle),
  })
  await writeIncoming(tx, {
    rawId: raw.id,
    channel,
    conversationId: await conversationFor(tx, channel.id, customer, message),
    customer,
    source: 'platform',
    subject: message.subject ?? '',
    text: message.text,
    html: null,
    remoteImages: 0,
    sender: { name: name ?? '', address: handle },
    recipients: { to: [], cc: [], replyTo: [] },
    mailId: null,
    automatic: null,
    doubt: null,
    doubtedCaseId: null,
    tie: 'thread',
    postedAt: postingTime(message.postedAt ? new Date(message.postedAt) : null, raw.received_at),
    ingestedAt: waiting.settled_at === null ? raw.received_at : tx.now,
    files: [],
  })
}

/** The conversation that the sender names, else the one that this customer has in the channel (CV-13). */
async function conversationFor(
  tx: Tx,
  channelId: string,
  customer: KnownCustomer,
  message: z.output<typeof intakeShape>,
): Promise<string> {
  const threadKey = message.thread === undefined ? `customer:${customer.id}` : `thread:${message.thread}`
  const found = await findByThreadKey(tx, channelId, threadKey)
  if (found) return found.id
  const id = newId()
  const isNew = await insertConversation(tx, {
    id,
    channelId,
    customerId: customer.id,
    threadKey,
    subject: message.subject ?? '',
  })
  return isNew ? id : (await findByThreadKey(tx, channelId, threadKey))!.id
}
