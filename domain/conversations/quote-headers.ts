import {
  deviceEndings,
  deviceOpenings,
  forwardedMessage,
  type HeaderLabel,
  labelOf,
  openingWords,
  originalMessage,
  wroteWords,
} from './quote-words.ts'

/** Lines that mail programs write around what they quote. No line longer than this is one of them. */
const longestLine = 400
const mostHeaderLines = 4
const mostBlockLines = 9

const wrote = new RegExp(`(?:${wroteWords.map(escapeWord).join('|')})(?:\\(a\\)|\\(а\\)|/a|\\(la\\))?`, 'u')
const endsWithWrote = new RegExp(`(?:${wroteWords.map(escapeWord).join('|')})(?:\\(a\\)|\\(а\\)|/a)?$`, 'u')
const moment = /(?:^|\D)(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d)(?:\D|$)/u
/** A cheap look before the costly ones: headers end in a colon, a bracket, dashes or a word. */
const mayEndHeader = /[:：>*;)\-_\p{L}\d]$/u
const clock = /\d{1,2}[:.h]\d\d/u
const endsWithAddress = /(?:<|&lt;|\[)[^<>]{0,200}@[^<>]{0,200}(?:>|&gt;|\])\s*$/u
const beginsWithDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/u
const gmailWithoutAddress = /^\d{4}-\d\d-\d\d \d\d?:\d\d GMT[+-]\d\d:\d\d \S/u

/** The line or lines that say who wrote what follows: how many, and how sure. */
export type ReplyHeader = {
  lines: number
  /** True where it also counts above text that is not marked as quoted. */
  strong: boolean
}

/** The lines of a message with what is asked of them again and again. */
export type Draft = {
  lines: readonly string[]
  labels: readonly (HeaderLabel | null)[]
}

/** Ready to be asked about its first `limit` lines. */
export function draftOf(lines: readonly string[], limit: number): Draft {
  return { lines, labels: lines.slice(0, limit).map(labelIn) }
}

/** Does a "On Monday Ada wrote:" begin at this line? It may be folded over four lines (many languages). */
export function replyHeaderAt({ lines }: Draft, at: number): ReplyHeader | null {
  let joined = ''
  let tail = ''
  for (let count = 1; count <= mostHeaderLines; count += 1) {
    const line = lines[at + count - 1]?.trim() ?? ''
    if (line === '' || joined.length + line.length > longestLine) return null
    joined += joined === '' ? line : ` ${line}`
    if (count > 1) tail += tail === '' ? line : ` ${line}`
    if (!moment.test(joined)) continue
    const strong = headerStrength(joined)
    if (strong === null) continue
    return tail !== '' && headIsText(joined, tail) ? null : { lines: count, strong }
  }
  return null
}

/** Is the first line something that a person wrote right above a head that is whole without it? */
function headIsText(joined: string, tail: string): boolean {
  if (!moment.test(tail) || headerStrength(tail) === null) return false
  return opensLikeHeader(bareHeader(tail)) || !opensLikeHeader(bareHeader(joined))
}

/** Null where it is no header at all, else whether it is a strong one. */
function headerStrength(joined: string): boolean | null {
  if (!mayEndHeader.test(joined)) return null
  const bare = bareHeader(joined)
  const lower = bare.toLowerCase()
  const colon = /[:：]$/u.test(bare)
  const body = colon ? bare.slice(0, -1).trimEnd() : bare
  const named = namesAddress(bare)
  if (gmailWithoutAddress.test(bare)) return false
  if (endsWithAddress.test(body) && (colon || beginsWithDate.test(bare))) return colon
  const says = colon ? wrote.test(lower) : endsWithWrote.test(lower)
  if (!says || !(opensLikeHeader(bare) || (named && colon))) return null
  return named || clock.test(bare)
}

function bareHeader(joined: string): string {
  return joined.replace(/^[-*_>\s]{1,20}|[-*_\s]{1,20}$/gu, '').normalize('NFC')
}

function opensLikeHeader(text: string): boolean {
  const lower = text.toLowerCase()
  const first = /^[^\s,.]+/u.exec(lower)?.[0] ?? ''
  if (openingWords.has(first)) return /\d/u.test(lower.slice(0, 60))
  return /^[\d在於]/u.test(lower) || /^[\p{L}]{2,12}[.,] ?\d/u.test(lower)
}

/** Does a block of "From: Sent: To: Subject:" begin at this line? The number of its lines, else 0. */
export function headerBlockAt({ lines, labels }: Draft, at: number): number {
  if ((labels[at] ?? null) === null) return 0
  const seen = new Map<HeaderLabel, string>()
  let end = at
  for (let next = at; next < at + mostBlockLines && next < lines.length; next += 1) {
    const line = lines[next] ?? ''
    const label = labels[next] ?? null
    if (line.trim() === '' || (label === null && next > end + 1)) break
    if (label === null) continue
    if (!seen.has(label)) seen.set(label, line)
    end = next
  }
  return isMailBlock(seen) ? end - at + 1 : 0
}

/** A form that people fill in ("From: Berlin, To: Rome") is no mail header: that names an address or is complete. */
function isMailBlock(seen: ReadonlyMap<HeaderLabel, string>): boolean {
  const from = seen.get('from')
  if (from === undefined || seen.size < 3) return false
  if (namesAddress(from.slice(0, longestLine))) return true
  return seen.has('sent') && seen.has('to') && seen.has('subject')
}

function labelIn(line: string): HeaderLabel | null {
  const start = line.slice(0, 40)
  const colon = start.search(/[:：]/u)
  if (colon < 1) return null
  return (
    labelOf.get(
      start
        .slice(0, colon)
        .replace(/[*\u00a0\s]+/gu, ' ')
        .trim()
        .normalize('NFC')
        .toLowerCase(),
    ) ?? null
  )
}

/** Does an at sign stand between two characters that may belong to an address? */
function namesAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (/^[^\s<>@]@[^\s<>@]$/u.test(text.slice(Math.max(at - 1, 0), at + 2))) return true
  }
  return false
}

/** What a line of dashes or stars with words between them announces, if anything. */
export function announcementOf(line: string): 'original' | 'forwarded' | null {
  if (line.length > 120) return null
  const trimmed = line.trim()
  const words = trimmed
    .replace(/^[-*_=>\s]{1,60}|[-*_=:\s]{1,60}$/gu, '')
    .normalize('NFC')
    .toLowerCase()
  const marked = /^[*_]?[-_=]{2,}/u.test(trimmed)
  if (marked && originalMessage.has(words)) return 'original'
  return forwardedMessage.has(words) && (marked || trimmed.endsWith(':')) ? 'forwarded' : null
}

/** A rule of underscores or equals signs, which stands above the block that Outlook and others write. */
export function isRule(line: string): boolean {
  return /^[_=]{4,100}$/u.test(line.trim())
}

/** "Sent from my phone", alone on its line and no sentence of somebody who writes. */
export function isDeviceLine(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed.length > 160 || trimmed.length < 6) return false
  const words = trimmed
    .replace(/[<([]?https?:\S+/gu, '')
    .trim()
    .normalize('NFC')
    .toLowerCase()
  if (words.length > 70 || /[,;!?]|\.$/u.test(words)) return false
  return (
    deviceOpenings.some(start => words.startsWith(start)) || deviceEndings.some(end => words.endsWith(end))
  )
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
