import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMail } from '#server/conversations/attempt-delivery.ts'

/** A mail as it goes on the wire: its bytes and its envelope, which agree (H9). */
export type WireMail = { raw: Buffer; from: string; to: string[] }

/** Who sends it: the channel's address, or the server's own for notices. */
export type WireSender = { name: string; address: string }

/**
 * The bytes of a mail. Every attempt makes the same headers: one Message-ID, one date (B5). There is no Bcc
 * on the wire because there is none at all (H9). Notices say that a machine sent them (L2).
 */
export async function composeMail(
  mail: OutgoingMail,
  sender: WireSender,
  kind: 'reply' | 'notice',
): Promise<WireMail> {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1)
  const messageId = mail.messageId.includes('@') ? mail.messageId : `${mail.messageId}@${domain}`
  const composer = new MailComposer({
    from: plain(sender),
    to: mail.to.map(plain),
    cc: mail.cc.map(plain),
    ...(mail.replyTo ? { replyTo: plain(mail.replyTo) } : {}),
    subject: oneHeaderLine(mail.subject),
    messageId: `<${messageId}>`,
    ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(mail.references.length > 0 ? { references: mail.references.map(id => `<${id}>`) } : {}),
    date: new Date(mail.date),
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    headers: kind === 'notice' ? machineHeaders : {},
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  })
  const raw = await composer.compile().build()
  return { raw, from: sender.address, to: [...mail.to, ...mail.cc].map(person => person.address) }
}

const machineHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** Names and subjects come from strangers: no line of theirs begins a header of ours (H9). */
function oneHeaderLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function plain(person: { name: string; address: string }) {
  return { name: oneHeaderLine(person.name).slice(0, 200), address: person.address }
}
