/** What a mail of a test says; everything has a default. */
export type MailWish = {
  from?: string
  to?: string
  cc?: string
  subject?: string
  text?: string
  messageId?: string | null
  inReplyTo?: string
  references?: string[]
  replyTo?: string
  date?: string
  headers?: string[]
  /** Replaces text: everything after the headers, with its own Content-Type in `headers`. */
  body?: string
}

let count = 0

/** The bytes of a mail, with a Message-ID of its own unless told otherwise. */
export function rawMail(wish: MailWish = {}): Buffer {
  count += 1
  const id = wish.messageId === undefined ? `mail-${count}@example.org` : wish.messageId
  const lines = [
    `From: ${wish.from ?? 'Ada <ada@example.org>'}`,
    `To: ${wish.to ?? 'support@acme.example'}`,
    ...(wish.cc ? [`Cc: ${wish.cc}`] : []),
    `Subject: ${wish.subject ?? 'The lamp is broken'}`,
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
    ...(wish.inReplyTo ? [`In-Reply-To: <${wish.inReplyTo}>`] : []),
    ...(wish.references ? [`References: ${wish.references.map(each => `<${each}>`).join(' ')}`] : []),
    ...(wish.replyTo ? [`Reply-To: ${wish.replyTo}`] : []),
    ...(wish.date ? [`Date: ${wish.date}`] : []),
    ...(wish.headers ?? []),
    '',
    wish.body ?? wish.text ?? `It does not shine any more (${count}).`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** A mail with parts: each given with its headers and its body. */
export function mixedMail(wish: MailWish, parts: string[]): Buffer {
  const boundary = 'parts-of-this-mail'
  const body = [...parts.map(part => `--${boundary}\r\n${part}`), `--${boundary}--`].join('\r\n')
  return rawMail({
    ...wish,
    headers: [
      ...(wish.headers ?? []),
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
    ],
    body,
  })
}
