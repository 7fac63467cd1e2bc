import { addressParts } from '#domain/customers/address.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { ownAddressesAmong } from './find-channel.ts'
import { insertOutgoing } from './outbox-store.ts'

/** A mail of ours to one of our own people, or to somebody who was invited. */
export type Notice = { to: string; subject: string; text: string; html?: string }

/**
 * Puts a notice into the outbox of the same transaction (promise 3). It goes out from the workspace's own
 * address and says that a machine sent it (L2); its Message-ID carries no reply token, so an answer to it
 * ties nothing (T2).
 */
export async function queueNotice(tx: Tx, notice: Notice): Promise<void> {
  const id = newId()
  const loops = await leadsBack(tx, notice.to)
  await insertOutgoing(tx, {
    id,
    kind: 'notice',
    channelId: null,
    messageId: null,
    ...(loops
      ? { refusedBecause: 'This is the address of a channel: the notice would come back as a message.' }
      : {}),
    mail: {
      from: null,
      to: [{ name: '', address: notice.to }],
      cc: [],
      replyTo: null,
      subject: notice.subject,
      text: notice.text,
      html: notice.html ?? null,
      // The domain is the server's and is added when it is sent.
      messageId: `notice.${id}`,
      inReplyTo: null,
      references: [],
      date: tx.now.toISOString(),
    },
  })
  if (loops) return
  await enqueue(tx, 'send_mail', { workspaceId: tx.workspaceId, id }, { key: `send:${id}` })
}

/** L7: a person whose address is that of a channel would turn every notice into a message, and that into a notice. */
async function leadsBack(tx: Tx, to: string): Promise<boolean> {
  const parts = addressParts(to)
  if (!parts) return false
  const keys = [`${parts.local}@${parts.domain}`, `${parts.base}@${parts.domain}`].map(key =>
    key.toLowerCase(),
  )
  return (await ownAddressesAmong(tx, keys)).size > 0
}
