import { decodeWords } from 'postal-mime'
import { oneLine, shorten, storable } from '#domain/kernel/text.ts'
import { readMessageId } from '#server/platform/mail/read-ids.ts'

/** Who a mail says it is from and what about, read without understanding it: for lists and for ordering work. */
export type Glance = { from: string; subject: string }

/** More than the first headers of any real mail; a mail that hides its sender further down shows none. */
export const glanceBytes = 16_384

/** Reads the first From and Subject of the first bytes of a mail. Never throws; what is not there is empty. */
export function glanceAtHeaders(start: Uint8Array): Glance {
  const lines = firstLines(start)
  return { from: words(lines, 'from:'), subject: words(lines, 'subject:') }
}

/** The Message-ID that the first bytes of a mail give, without brackets; null where there is none. */
export function mailIdOf(start: Uint8Array): string | null {
  return readMessageId(fieldOf(firstLines(start), 'message-id:'))
}

function firstLines(start: Uint8Array): string[] {
  const text = Buffer.from(start.subarray(0, glanceBytes)).toString('utf8')
  const head = text.split(/\r?\n\r?\n/u, 1)[0] ?? ''
  return head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
}

function fieldOf(lines: readonly string[], field: string): string {
  const line = lines.find(candidate => candidate.slice(0, field.length).toLowerCase() === field)
  return line === undefined ? '' : line.slice(field.length, 2_000)
}

function words(lines: readonly string[], field: string): string {
  return shorten(oneLine(storable(decodeWords(fieldOf(lines, field)))), 200)
}
