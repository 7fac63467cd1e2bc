import MailComposer from 'nodemailer/lib/mail-composer'
import { makeFile } from './made-files.ts'
import type { Letter } from './story.ts'
import { wordHtml } from './word-html.ts'

/** The mail a letter goes out as: from whom, to whom, what it answers. */
export type Posting = {
  from: { name: string; address: string }
  to: string
  at: Date
  /** Without brackets. */
  messageId: string
  inReplyTo: string | null
  references: readonly string[]
}

/** The bytes of a letter, as a mail program would have sent them. */
export async function composeLetter(letter: Letter, posting: Posting): Promise<Buffer> {
  const html = wordHtml(letter)
  const seed = [...posting.messageId].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9_973, 7)
  const file = letter.encloses ? makeFile(letter.encloses, seed, linesOf(letter, posting)) : null
  const composer = new MailComposer({
    from: posting.from,
    to: posting.to,
    subject: letter.subject,
    messageId: `<${posting.messageId}>`,
    ...(posting.inReplyTo ? { inReplyTo: `<${posting.inReplyTo}>` } : {}),
    ...(posting.references.length > 0 ? { references: posting.references.map(id => `<${id}>`) } : {}),
    date: posting.at,
    text: letter.text,
    ...(html === null ? {} : { html }),
    ...(file
      ? { attachments: [{ filename: file.name, contentType: file.mediaType, content: file.content }] }
      : {}),
    headers: machineHeaders[letter.sent ?? 'by a person'],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const machineHeaders: Record<NonNullable<Letter['sent']> | 'by a person', Record<string, string>> = {
  'by a person': {},
  'auto-generated': { 'Auto-Submitted': 'auto-generated' },
  list: {
    'List-Id': '<letters.example>',
    'List-Unsubscribe': '<https://letters.example/stop>',
    Precedence: 'list',
  },
  vacation: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
}

function linesOf(letter: Letter, { from, at }: Posting): string[] {
  return [from.name, at.toISOString().slice(0, 10), letter.subject, '', 'Thank you.']
}

/** A mail system's report that a mail to `to` did not arrive (RFC 3464). */
export function composeBounce(about: {
  to: string
  messageId: string
  subject: string
  at: Date
  back: string
}): Buffer {
  const boundary = 'report-of-the-mail-system'
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@northpost.example>',
    `To: <${about.back}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${about.at.toUTCString()}`,
    `Message-ID: <bounce.${about.messageId.slice(0, 20)}@northpost.example>`,
    `In-Reply-To: <${about.messageId}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at northpost.example.',
    '',
    'I am sorry to have to inform you that your message could not be delivered to the following address:',
    '',
    `<${about.to}>: 552 5.2.2 The mailbox is full and takes no more mail.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; northpost.example',
    '',
    `Final-Recipient: rfc822; ${about.to}`,
    'Action: failed',
    'Status: 5.2.2',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${about.messageId}>`,
    `To: ${about.to}`,
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** More parts inside each other than any reader follows. */
const tooDeep = 300

/** A mail that cannot be read: parts inside parts without end. */
export function composeGarbage(
  from: { name: string; address: string },
  to: string,
  subject: string,
  at: Date,
): Buffer {
  const head = [
    `From: ${from.name} <${from.address}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${at.toUTCString()}`,
  ]
  const levels = Array.from({ length: tooDeep }, (_none, depth) => [
    `Content-Type: multipart/mixed; boundary="level${depth}"`,
    '',
    `--level${depth}`,
  ])
  return Buffer.from(
    [...head, 'MIME-Version: 1.0', ...levels.flat(), 'Content-Type: text/plain', '', 'Hello?', ''].join(
      '\r\n',
    ),
  )
}
