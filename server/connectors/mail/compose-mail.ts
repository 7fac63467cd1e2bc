import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMail } from '#server/conversations/attempt-delivery.ts'
import {
  safeMailbox,
  safeMessageId,
  safeReferences,
  safeSubject,
} from '#server/platform/mail/header-safety.ts'

/** A mail as it goes on the wire: its bytes and its envelope, which agree (H9). */
export type WireMail = { raw: Buffer; from: string; to: string[] }

/** Who sends it: the channel's address, or the server's own for notices. */
export type WireSender = { name: string; address: string }

/**
 * The bytes of a mail; null where none of its addresses can be written to. Every attempt makes the same
 * headers: one Message-ID, one date (B5). There is no Bcc on the wire because there is none at all (H9).
 * Notices say that a machine sent them (L2).
 */
export async function composeMail(
  mail: OutgoingMail,
  sender: WireSender,
  kind: 'reply' | 'notice',
): Promise<WireMail | null> {
  const to = mailboxes(mail.to)
  const cc = mailboxes(mail.cc)
  if (to.length === 0) return null
  // Our own address may be on a host without a domain, which is nobody's to write to but ours to write from.
  const from = safeMailbox(sender.name, sender.address) ?? sender
  const replyTo = mail.replyTo ? mailboxes([mail.replyTo])[0] : undefined
  const inReplyTo = mail.inReplyTo ? safeMessageId(mail.inReplyTo) : null
  const references = safeReferences(mail.references)
  const composer = new MailComposer({
    from,
    to,
    cc,
    ...(replyTo ? { replyTo } : {}),
    subject: safeSubject(mail.subject),
    messageId: `<${wholeId(mail.messageId, from.address)}>`,
    ...(inReplyTo ? { inReplyTo: `<${inReplyTo}>` } : {}),
    ...(references.length > 0 ? { references: references.map(id => `<${id}>`) } : {}),
    date: new Date(mail.date),
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    headers: kind === 'notice' ? machineHeaders : {},
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  })
  const raw = await composer.compile().build()
  return { raw, from: from.address, to: [...to, ...cc].map(person => person.address) }
}

const machineHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** The Message-IDs of notices get the server's domain when they are sent. */
function wholeId(messageId: string, ownAddress: string): string {
  if (messageId.includes('@')) return messageId
  return `${messageId}@${ownAddress.slice(ownAddress.lastIndexOf('@') + 1)}`
}

/** Names and addresses come from strangers: no line of theirs begins a header of ours (H9). */
function mailboxes(people: OutgoingMail['to']): OutgoingMail['to'] {
  return people.flatMap(person => safeMailbox(person.name, person.address) ?? [])
}
