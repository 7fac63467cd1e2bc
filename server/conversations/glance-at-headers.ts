import { decodeWords } from 'postal-mime'
import { oneLine, shorten, storable } from '#domain/kernel/text.ts'

/** Who a mail says it is from and what about, read without understanding it: for lists and for ordering work. */
export type Glance = { from: string; subject: string }

/** More than the first headers of any real mail; a mail that hides its sender further down shows none. */
export const glanceBytes = 16_384

/** Reads the first From and Subject of the first bytes of a mail. Never throws; what is not there is empty. */
export function glanceAtHeaders(start: Uint8Array): Glance {
  const text = Buffer.from(start.subarray(0, glanceBytes)).toString('utf8')
  const head = text.split(/\r?\n\r?\n/u, 1)[0] ?? ''
  const lines = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
  return { from: fieldOf(lines, 'from:'), subject: fieldOf(lines, 'subject:') }
}

function fieldOf(lines: readonly string[], field: string): string {
  const line = lines.find(candidate => candidate.slice(0, field.length).toLowerCase() === field)
  if (!line) return ''
  return shorten(oneLine(storable(decodeWords(line.slice(field.length, 2_000)))), 200)
}
