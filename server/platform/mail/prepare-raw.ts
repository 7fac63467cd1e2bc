/**
 * Raw mail made ready for a parser that expects RFC 5322. Only what no sound mail needs is touched: marks and
 * lines before the headers, line ends of old Macs, and headers or bodies that lack the blank line between.
 */

const CR = 0x0d
const LF = 0x0a
const headerLine = /^[!-9;-~]+[ \t]*:/u
/** A mail whose headers go on for longer than this is not searched for the place where its body begins. */
const longestSearch = 1024 * 1024

/** The same mail, readable; a view on the same bytes where nothing had to change. */
export function prepareRaw(raw: Uint8Array): Uint8Array {
  const lines = raw.includes(LF) ? raw : withLineFeeds(raw)
  const start = startOfHeaders(lines)
  const body = lines.subarray(start)
  const gap = missingBlankLine(body)
  return gap === null ? body : withBlankLine(body, gap)
}

/** The bytes after the first blank line, or none. */
export function bodyBytes(prepared: Uint8Array): Uint8Array {
  for (let at = prepared.indexOf(LF); at >= 0; at = prepared.indexOf(LF, at + 1)) {
    if (prepared[at + 1] === LF) return prepared.subarray(at + 2)
    if (prepared[at + 1] === CR && prepared[at + 2] === LF) return prepared.subarray(at + 3)
  }
  return prepared[0] === LF ? prepared.subarray(1) : new Uint8Array(0)
}

function withLineFeeds(raw: Uint8Array): Uint8Array {
  return raw.includes(CR) ? raw.map(byte => (byte === CR ? LF : byte)) : raw
}

/** Past a byte order mark, blank lines and the `From ` line of an mbox file. */
function startOfHeaders(raw: Uint8Array): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0
  for (;;) {
    while (raw[at] === CR || raw[at] === LF) at += 1
    const line = lineAt(raw, at)
    if (!/^>?From [^:]/u.test(line.text)) return at
    at = line.next
  }
}

/** Where a blank line must go so that the body is not taken for headers; null where none is missing. */
function missingBlankLine(mail: Uint8Array): number | null {
  let at = 0
  let headers = 0
  let firstOther: number | null = null
  while (at < mail.length && at < longestSearch) {
    const line = lineAt(mail, at)
    if (line.text === '') return headers === 0 && firstOther !== null ? 0 : null
    const isHeader = headerLine.test(line.text)
    if (isHeader) headers += 1
    else if (!(headers > 0 && /^[ \t]/u.test(line.text))) firstOther ??= at
    at = line.next
  }
  return at >= mail.length ? firstOther : null
}

function withBlankLine(mail: Uint8Array, at: number): Uint8Array {
  const made = new Uint8Array(mail.length + 1)
  made.set(mail.subarray(0, at))
  made[at] = LF
  made.set(mail.subarray(at), at + 1)
  return made
}

/** The start of the line at `at` (enough to tell what it is) and where the next line begins. */
function lineAt(raw: Uint8Array, at: number): { text: string; next: number } {
  const found = raw.indexOf(LF, at)
  const end = found < 0 ? raw.length : found
  const last = end > at && raw[end - 1] === CR ? end - 1 : end
  const text = Buffer.from(raw.buffer, raw.byteOffset + at, Math.min(last - at, 200)).toString('latin1')
  return { text, next: end + 1 }
}
