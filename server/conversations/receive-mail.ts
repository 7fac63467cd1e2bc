import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { hashOf, newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { mailIdOf } from './glance-at-headers.ts'
import { putAside } from './put-aside.ts'
import { insertRaw } from './raw-store.ts'

/** A mail as it reached us, not yet read. */
export type ReceivedMail = {
  channelId: string
  via: 'smtp' | 'imap'
  /** `from` is the envelope's sender: empty for the null sender of mail systems, null where it is not known. */
  envelope: { from: string | null; to: string[]; remote: string | null }
  raw: Uint8Array
  /** When it reached the mailbox, if that was before now (I9). */
  arrivedAt?: Date
}

/**
 * Takes in one mail: stored as it came and queued to be understood, in one transaction. Only when this has
 * returned may whoever brought it be told that we have it (promise 3). The same mail again changes nothing
 * (I4, CV-18). Throws DatabaseUnavailable when it could not be stored.
 */
export async function receiveMail(
  ctx: Context,
  mail: ReceivedMail & { workspaceId: string },
): Promise<{ known: boolean }> {
  return ctx.database.write(mail.workspaceId, tx => storeMail(tx, mail))
}

/** The same inside the transaction that also keeps how far a mailbox has been read (I3). */
export async function storeMail(tx: Tx, mail: ReceivedMail): Promise<{ known: boolean }> {
  const id = newId()
  const isNew = await store(tx, id, mail)
  if (isNew) await queueReading(tx, id)
  return { known: !isNew }
}

/**
 * Stores what there is of a mail that is too large to be fetched whole, and puts it aside where people see
 * it: nothing stays behind in a mailbox unseen (B2).
 */
export async function storeTooLarge(tx: Tx, mail: ReceivedMail, detail: string): Promise<void> {
  const id = newId()
  if (!(await store(tx, id, mail))) return
  await putAside(tx, { id, channelId: mail.channelId, body: mail.raw }, 'too_large', detail)
}

function store(tx: Tx, id: string, mail: ReceivedMail): Promise<boolean> {
  return insertRaw(tx, {
    id,
    channelId: mail.channelId,
    via: mail.via,
    fingerprint: hashOf(mail.raw),
    envelope: { ...mail.envelope, arrivedAt: mail.arrivedAt?.toISOString() ?? null },
    body: mail.raw,
    mailId: mailIdOf(mail.raw),
  })
}

/** Queues a raw message for being understood, at once or not before a moment. */
export async function queueReading(tx: Tx, rawId: string, runAt?: Date): Promise<void> {
  await enqueue(
    tx,
    'understand_mail',
    { workspaceId: tx.workspaceId, id: rawId },
    { key: `understand:${rawId}`, ...(runAt ? { runAt } : {}) },
  )
}
