import type { Attachment } from 'postal-mime'
import { cleanFileName } from './clean-text.ts'
import { type MailAttachment, mailLimits } from './understood-mail.ts'

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'message/feedback-report': 'txt',
  'text/rfc822-headers': 'txt',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

export type ReadAttachments = { attachments: MailAttachment[]; omittedParts: number }

/** The files of a mail with all their bytes; beyond the limit one placeholder says how many more there are (F7). */
export function readAttachments(parts: Attachment[]): ReadAttachments {
  const kept = parts.slice(0, mailLimits.attachments)
  const attachments = kept.map(readAttachment)
  const omittedParts = parts.length - kept.length
  if (omittedParts > 0) attachments.push(placeholder(omittedParts))
  return { attachments, omittedParts }
}

/** A file that holds a text too long to be shown whole. */
export function textAttachment(name: string, mediaType: string, text: string): MailAttachment {
  const content = new TextEncoder().encode(text)
  return { name, mediaType, size: content.length, contentId: null, inline: false, content }
}

function readAttachment(part: Attachment, index: number): MailAttachment {
  const mediaType = soundMediaType(part.mimeType)
  const content = bytesOf(part.content)
  const fallback = `${mediaType === 'message/rfc822' ? 'message' : 'file'}-${index + 1}.${endings[mediaType] ?? 'bin'}`
  return {
    name: cleanFileName(part.filename, fallback, mailLimits.fileName),
    mediaType,
    size: content.length,
    contentId: soundContentId(part.contentId),
    inline: part.disposition !== 'attachment' && (part.related === true || part.disposition === 'inline'),
    content,
  }
}

function placeholder(omitted: number): MailAttachment {
  const words = `This mail has ${omitted} more parts. They are in the original message, which is kept unchanged.\n`
  return textAttachment(`${omitted}-more-parts.txt`, 'text/plain', words)
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

function soundMediaType(declared: string): string {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/u.test(declared)
    ? declared
    : 'application/octet-stream'
}

/** As the HTML's `cid:` writes it: without brackets, printable ASCII only. */
function soundContentId(value: string | undefined): string | null {
  const id = value?.trim().replace(/^<|>$/gu, '') ?? ''
  return /^[!-~]{1,500}$/u.test(id) ? id : null
}
