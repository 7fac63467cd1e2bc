import PostalMime, { addressParser, decodeWords, type Email, type Header } from 'postal-mime'
import { normaliseAddress } from '#domain/customers/address.ts'
import { storable } from '#domain/kernel/text.ts'
import { cleanLine, cleanName, cleanText, wholeStart } from './clean-text.ts'
import { detectAutomatic } from './detect-automatic.ts'
import { htmlToText } from './html-to-text.ts'
import { bodyBytes, prepareRaw } from './prepare-raw.ts'
import { readAttachments, textAttachment } from './read-attachments.ts'
import { readBounce } from './read-bounce.ts'
import { readMailDate } from './read-date.ts'
import { readMessageId, readReferences } from './read-ids.ts'
import { readSender } from './read-sender.ts'
import {
  type AuthenticationResult,
  type MailAttachment,
  type MailPerson,
  mailLimits,
  type UnderstoodMail,
} from './understood-mail.ts'

/** Fields in which servers on the way note the envelope's recipient. */
const deliveryFields = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to']
const longestAddressField = 100_000

/**
 * What a raw mail says, as plain data (IN-26). Pure: the same bytes give the same answer. Rejects where the
 * mail is malformed beyond reading; it may also take for ever, so strangers' mail goes through a
 * `createMailReader`, never here directly (H2).
 */
export async function understandMail(raw: Uint8Array): Promise<UnderstoodMail> {
  const prepared = prepareRaw(raw)
  const email = await PostalMime.parse(prepared, {
    forceRfc822Attachments: true,
    maxHeadersSize: mailLimits.headerBytes,
  })
  const values = headerValues(email.headers)
  const body = readBody(email, prepared)
  const { attachments, omittedParts } = readAttachments(email.attachments)
  const sender = readSender({
    from: values.get('from') ?? [],
    rawLines: email.headerLines.map(header => header.line),
  })
  const automatic = detectAutomatic({ values, text: body.shown.text, parts: attachments })
  return {
    messageId: readMessageId(values.get('message-id')?.[0]),
    inReplyTo: readMessageId(values.get('in-reply-to')?.[0]),
    references: readReferences(values.get('references')?.join(' ')),
    ...sender,
    replyTo: people(values.get('reply-to')),
    to: people(values.get('to')),
    cc: people(values.get('cc')),
    deliveredTo: deliveryFields.flatMap(field => people(values.get(field)).map(person => person.address)),
    subject: cleanLine(decodeWords((values.get('subject')?.[0] ?? '').slice(0, 20_000)), mailLimits.subject),
    date: readMailDate(values.get('date')?.[0]),
    ...body.shown,
    attachments: [...attachments, ...body.overflow],
    omittedParts,
    automatic,
    bounce:
      automatic.kind === 'bounce'
        ? readBounce(body.shown.text, attachments, values.get('x-failed-recipients') ?? [])
        : null,
    authenticationResults: authenticationResults(values.get('authentication-results')),
    headers: evidence(email.headers),
  }
}

/** All values of each header by its name in lower case, in order. */
function headerValues(headers: Header[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { key, value } of headers) {
    const known = values.get(key)
    if (known) known.push(value)
    else values.set(key, [value])
  }
  return values
}

type ReadBody = {
  shown: Pick<UnderstoodMail, 'text' | 'textFromHtml' | 'html'>
  overflow: MailAttachment[]
}

/** Text and HTML; what is too long to show is kept whole as a file (F7). */
function readBody(email: Email, prepared: Uint8Array): ReadBody {
  const html = email.html ? storable(email.html) : null
  const written = cleanText(email.text ?? leftoverText(email, prepared))
  const textFromHtml = written.trim() === '' && html !== null
  const text = textFromHtml ? htmlToText(html.slice(0, mailLimits.html), mailLimits.text) : written
  const overflow: MailAttachment[] = []
  if (!textFromHtml && text.length > mailLimits.text) {
    overflow.push(textAttachment('whole-text.txt', 'text/plain', text))
  }
  if (html !== null && html.length > mailLimits.html) {
    overflow.push(textAttachment('whole-message.html', 'text/html', html))
  }
  return {
    shown: {
      text: text.length > mailLimits.text ? wholeStart(text, mailLimits.text) : text,
      textFromHtml,
      html: html !== null && html.length > mailLimits.html ? wholeStart(html, mailLimits.html) : html,
    },
    overflow,
  }
}

/** A multipart whose parts cannot be found loses its body in the parser: what stands there is text then. */
function leftoverText(email: Email, prepared: Uint8Array): string {
  if (email.html || email.attachments.length > 0) return ''
  return new TextDecoder().decode(bodyBytes(prepared))
}

function people(fields: string[] | undefined): MailPerson[] {
  const found: MailPerson[] = []
  for (const field of fields ?? []) {
    for (const { name, address } of addressParser(field.slice(0, longestAddressField), { flatten: true })) {
      const normal = address === undefined ? null : normaliseAddress(address)
      if (normal === null) continue
      found.push({ name: cleanName(name, mailLimits.name), address: normal })
      if (found.length >= mailLimits.addresses) return found
    }
  }
  return found
}

/** RFC 8601 2.2: the authserv-id is the first token; the rest is kept as text for whoever trusts that id (T5). */
function authenticationResults(fields: string[] | undefined): AuthenticationResult[] {
  return (fields ?? []).slice(0, 20).map(field => {
    const text = cleanLine(field, mailLimits.headerValue)
    const plain = text.replace(/\([^()]*\)/gu, ' ').trim()
    return { authservId: (/^[^\s;]+/u.exec(plain)?.[0] ?? '').toLowerCase(), text }
  })
}

function evidence(headers: Header[]): UnderstoodMail['headers'] {
  return headers.slice(0, mailLimits.headers).map(({ originalKey, value }) => ({
    name: cleanLine(originalKey, 100),
    value: cleanLine(value, mailLimits.headerValue),
  }))
}
