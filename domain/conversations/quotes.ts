import {
  announcementOf,
  type Draft,
  draftOf,
  headerBlockAt,
  isDeviceLine,
  isRule,
  replyHeaderAt,
} from './quote-headers.ts'

/** A piece of a message. All pieces in order, put together again, are the message to the last character. */
export type Fold = { kind: 'visible' | 'quote' | 'signature'; text: string }

type Kind = Fold['kind']

/** Lines after this many are not looked at: what is not already folded there stays visible (D3). */
const mostLines = 20_000
const mostSignatureLines = 40
const mostLooseSignatureLines = 12
/** A signature with more lines than this, blank ones counted, is none. */
const mostBlankLines = 100

/**
 * Which parts of a plain text mail are quoted history or a signature, to be folded, never deleted. Whatever
 * may be an answer stays visible: text between quoted lines, text below a quote that is marked line by line,
 * mail that was forwarded, and everything where nothing else would be left to see. Linear in the text (D3).
 */
export function foldQuotes(text: string): Fold[] {
  const lines = text.split('\n')
  return pieces(lines, kindsOf(lines))
}

/** What is left to read at first sight: the visible pieces, for previews and rules. */
export function visibleText(text: string): string {
  return foldQuotes(text)
    .filter(fold => fold.kind === 'visible')
    .map(fold => fold.text)
    .join('')
    .trim()
}

type Reading = {
  draft: Draft
  lines: readonly string[]
  kinds: Kind[]
  /** Has anything visible been said so far? */
  seen: boolean
  /** What is known of each line: 0 nothing yet, 1 a quote begins there, 2 none does. */
  begins: Uint8Array
}

function kindsOf(lines: readonly string[]): Kind[] {
  const kinds = lines.map((): Kind => 'visible')
  const begins = new Uint8Array(lines.length)
  const reading: Reading = { draft: draftOf(lines, mostLines), lines, kinds, seen: false, begins }
  let at = 0
  let fenced = false
  while (at < Math.min(lines.length, mostLines)) {
    const line = lines[at] ?? ''
    if (line.startsWith('```')) fenced = !fenced
    if (!fenced && announcementOf(line) === 'forwarded') break
    const next = fenced ? at : foldAt(reading, at)
    if (next === at && line.trim() !== '') reading.seen = true
    at = Math.max(next, at + 1)
  }
  return reading.kinds
}

/** Fold what begins at this line, if anything does; the line after it, or the same line. */
function foldAt(reading: Reading, at: number): number {
  const { draft, lines } = reading
  const line = lines[at] ?? ''
  if (line.trim() === '') return at
  const header = replyHeaderAt(draft, at)
  if (header) {
    const strong = header.strong || standsAlone(lines, at, header.lines)
    return foldFrom(reading, at, at + header.lines, strong)
  }
  if (isMarked(line)) return mark(reading, at, endOfMarked(lines, at), 'quote')
  if (announcementOf(line) === 'original')
    return foldFrom(reading, at, at + 1 + headerBlockAt(draft, at + 1), true)
  const block = isRule(line) ? skipBlank(lines, at + 1) : at
  const blockLines = headerBlockAt(draft, block)
  if (blockLines > 0) return foldFrom(reading, at, block + blockLines, true)
  return foldSignature(reading, at)
}

/**
 * Fold a head and what it quotes: the marked lines that follow, or, where they are not marked and something
 * was said before, all the rest.
 */
function foldFrom(reading: Reading, at: number, afterHead: number, strong: boolean): number {
  const { lines } = reading
  const first = skipBlank(lines, afterHead)
  const quoted = lines[first] ?? ''
  if (isMarked(quoted)) return mark(reading, at, endOfMarked(lines, first), 'quote')
  if (isOddlyMarked(quoted)) return mark(reading, at, endOfOddlyMarked(lines, first), 'quote')
  return reading.seen && strong ? mark(reading, at, lines.length, 'quote') : at
}

function foldSignature(reading: Reading, at: number): number {
  const line = reading.lines[at] ?? ''
  if (!reading.seen) return at
  if (isDeviceLine(line)) return mark(reading, at, at + 1, 'signature')
  const limit = signatureLimit(line)
  const end = limit === 0 ? null : endOfSignature(reading, at + 1, limit)
  return end === null ? at : mark(reading, at, end, 'signature')
}

/** How many lines may follow this delimiter: RFC 3676 4.3 has `-- `; bare dashes are believed less. */
function signatureLimit(line: string): number {
  const bare = line.replace(/\r$/u, '')
  if (bare === '-- ') return mostSignatureLines
  return bare.trimEnd() === '--' || /^[—–]{1,40}$/u.test(bare.trim()) ? mostLooseSignatureLines : 0
}

/** Where the signature ends, before a quote or with the text; null where it is too long for one. */
function endOfSignature(reading: Reading, from: number, limit: number): number | null {
  let written = 0
  for (let at = from; at < reading.lines.length; at += 1) {
    if (at - from > mostBlankLines) return null
    if ((reading.lines[at] ?? '').trim() === '') continue
    if (quoteBegins(reading, at)) return at
    written += 1
    if (written > limit) return null
  }
  return reading.lines.length
}

function quoteBegins({ draft, lines, begins }: Reading, at: number): boolean {
  if (begins[at] === 0) {
    const line = lines[at] ?? ''
    const head = isMarked(line) || announcementOf(line) !== null || headerBlockAt(draft, at) > 0
    begins[at] = head || replyHeaderAt(draft, at) !== null ? 1 : 2
  }
  return begins[at] === 1
}

/** `>` at the start, but not the `>From` that old mailboxes write into the text of people. */
function isMarked(line: string): boolean {
  return /^ {0,3}>/u.test(line) && !line.startsWith('>From ')
}

/** Other marks, believed only right below a head: `| text` and `Ada> text`. */
function isOddlyMarked(line: string): boolean {
  return /^\|(\s|$)|^\p{L}{1,20}> /u.test(line)
}

/** Past the marked lines that begin here, over blank lines between them. */
function endOfMarked(lines: readonly string[], from: number): number {
  return endOfRun(lines, from, isMarked)
}

function endOfOddlyMarked(lines: readonly string[], from: number): number {
  return endOfRun(lines, from, isOddlyMarked)
}

function endOfRun(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (belongs(line)) end = at + 1
    else if (line.trim() !== '') break
  }
  return end
}

function standsAlone(lines: readonly string[], at: number, count: number): boolean {
  return (lines[at - 1] ?? '').trim() === '' && (lines[at + count] ?? '').trim() === ''
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  return at
}

function mark(reading: Reading, from: number, to: number, kind: Kind): number {
  reading.kinds.fill(kind, from, to)
  return to
}

/** Lines of one kind that follow each other become one piece, with the line breaks they had. */
function pieces(lines: readonly string[], kinds: readonly Kind[]): Fold[] {
  const folds: Fold[] = []
  let start = 0
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && kinds[at] === kinds[start]) continue
    const text = lines.slice(start, at).join('\n') + (at < lines.length ? '\n' : '')
    if (text !== '') folds.push({ kind: kinds[start] ?? 'visible', text })
    start = at
  }
  return folds
}
