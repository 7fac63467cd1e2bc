import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { DAY, MINUTE } from '#domain/kernel/moments.ts'
import { type ReceivedMail, storeMail, storeTooLarge } from '#server/conversations/receive-mail.ts'
import type { Context } from '#server/platform/context.ts'
import { findPosition, type Position, savePosition } from './position-store.ts'

/** The mailbox of one channel. */
export type Mailbox = { workspaceId: string; channelId: string; folder: string; createdAt: Date }

const megabyte = 1024 * 1024
const batchMails = 20
const batchBytes = 30 * megabyte
/** Beyond this a mail stays on its server and only its headers are stored, in quarantine. */
const largestMail = 64 * megabyte
/** The mail server's clock may be behind ours; a mail that came just before the channel does no harm. */
const clockTolerance = 10 * MINUTE

/**
 * Takes in everything new of the open mailbox, oldest first (IN-26). Each batch is stored together with how
 * far it goes, and only then flagged as seen, so that a crash anywhere loses and doubles nothing (I3).
 * What is older than the channel is left alone and never flagged. Returns how many mails were taken.
 */
export async function fetchNew(ctx: Context, client: ImapFlow, mailbox: Mailbox): Promise<number> {
  const { uids, position } = await whatIsNew(ctx, client, mailbox)
  let taken = 0
  for (let next = 0; next < uids.length; ) {
    const batch = await nextBatch(client, mailbox, uids.slice(next, next + batchMails))
    next += batch.read
    position.lastUid = uids[next - 1]!
    await store(ctx, mailbox, batch.mails, position)
    await flag(client, batch.mails)
    taken += batch.mails.length
  }
  return taken
}

type Fetched = ReceivedMail & { uid: number; tooLarge: string | null }

/** The UIDs that have not been looked at. Another UIDVALIDITY means that all have new numbers: everything is looked at again (I3). */
async function whatIsNew(
  ctx: Context,
  client: ImapFlow,
  mailbox: Mailbox,
): Promise<{ uids: number[]; position: Position }> {
  if (!client.mailbox) throw new Error('No mailbox is open.')
  const uidValidity = String(client.mailbox.uidValidity)
  const known = await ctx.database.read(
    mailbox.workspaceId,
    tx => findPosition(tx, mailbox.channelId, mailbox.folder),
    'background',
  )
  const from = known?.uidValidity === uidValidity ? known.lastUid + 1 : 1
  // SINCE knows days only, in the server's own time zone.
  const since = new Date(mailbox.createdAt.getTime() - 2 * DAY)
  const query = from > 1 ? { uid: `${from}:*` } : { since }
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new Error('The mail server does not say what is new.')
  const uids = found.filter(uid => uid >= from).toSorted((one, other) => one - other)
  return { uids, position: { uidValidity, lastUid: from - 1 } }
}

/** As many of the next mails as fit together; `read` counts those passed over too. */
async function nextBatch(
  client: ImapFlow,
  mailbox: Mailbox,
  uids: number[],
): Promise<{ read: number; mails: Fetched[] }> {
  const glances = await client.fetchAll(
    uids.join(','),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )
  const byUid = new Map(glances.map(glance => [glance.uid, glance]))
  const mails: Fetched[] = []
  let bytes = 0
  for (const [index, uid] of uids.entries()) {
    const glance = byUid.get(uid)
    // Gone again, or older than the channel.
    if (!glance || !isOurs(mailbox, glance)) continue
    if (bytes > 0 && bytes + (glance.size ?? 0) > batchBytes) return { read: index, mails }
    const mail = await fetchMail(client, mailbox, glance)
    if (!mail) continue
    bytes += mail.raw.byteLength
    mails.push(mail)
  }
  return { read: uids.length, mails }
}

function isOurs(mailbox: Mailbox, glance: FetchMessageObject): boolean {
  if (!glance.internalDate) return true
  return new Date(glance.internalDate).getTime() >= mailbox.createdAt.getTime() - clockTolerance
}

async function fetchMail(
  client: ImapFlow,
  mailbox: Mailbox,
  glance: FetchMessageObject,
): Promise<Fetched | null> {
  const tooLarge = (glance.size ?? 0) > largestMail
  const fetched = await client.fetchOne(String(glance.uid), tooLarge ? { headers: true } : { source: true }, {
    uid: true,
  })
  const raw = fetched ? (tooLarge ? fetched.headers : fetched.source) : undefined
  if (!raw) return null
  return {
    uid: glance.uid,
    channelId: mailbox.channelId,
    via: 'imap',
    envelope: { from: null, to: [], remote: null },
    raw,
    ...(glance.internalDate ? { arrivedAt: new Date(glance.internalDate) } : {}),
    tooLarge: tooLarge
      ? `${glance.size} bytes; the whole mail is still in the mailbox, UID ${glance.uid}.`
      : null,
  }
}

async function store(
  ctx: Context,
  mailbox: Mailbox,
  mails: readonly Fetched[],
  position: Position,
): Promise<void> {
  await ctx.database.write(
    mailbox.workspaceId,
    async tx => {
      for (const mail of mails) {
        if (mail.tooLarge === null) await storeMail(tx, mail)
        else await storeTooLarge(tx, mail, mail.tooLarge)
      }
      await savePosition(tx, mailbox.channelId, mailbox.folder, position)
    },
    'background',
  )
}

async function flag(client: ImapFlow, mails: readonly Fetched[]): Promise<void> {
  const stored = mails.filter(mail => mail.tooLarge === null).map(mail => mail.uid)
  if (stored.length > 0) await client.messageFlagsAdd(stored.join(','), ['\\Seen'], { uid: true })
}
