/**
 * Address headers cut into tokens exactly as RFC 5322 3.4 says, without any of the kindness that lets two
 * parsers read the same header in two ways. What does not fit is reported, never guessed at.
 */
export type AddressToken = {
  kind: 'word' | 'quoted' | 'comment' | 'angle' | 'separator'
  text: string
}

/** The tokens, and whether every quote, comment and angle bracket was closed. */
export type TokenizedAddress = { tokens: AddressToken[]; closed: boolean }

const separators = new Set([',', ';', ':', '>', ')', ']', '['])

/** Cut one address header into tokens. Linear; comments may nest. */
export function tokenizeAddress(value: string): TokenizedAddress {
  const tokens: AddressToken[] = []
  let at = 0
  let closed = true
  while (at < value.length) {
    const char = value.charAt(at)
    const read = readers[char]
    if (read) {
      const { text, next, ended } = read(value, at)
      tokens.push({ kind: kinds[char] ?? 'word', text })
      closed &&= ended
      at = next
    } else if (isSpace(char)) {
      at += 1
    } else if (separators.has(char)) {
      tokens.push({ kind: 'separator', text: char })
      at += 1
    } else {
      const next = endOfWord(value, at)
      tokens.push({ kind: 'word', text: value.slice(at, next) })
      at = next
    }
  }
  return { tokens, closed }
}

type Read = (value: string, at: number) => { text: string; next: number; ended: boolean }

const kinds: Readonly<Record<string, AddressToken['kind']>> = { '"': 'quoted', '(': 'comment', '<': 'angle' }
const readers: Readonly<Record<string, Read>> = { '"': readQuoted, '(': readComment, '<': readAngle }

function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n'
}

/** A domain literal belongs to its word, whatever it holds. */
function endOfWord(value: string, start: number): number {
  let at = start
  while (at < value.length) {
    const char = value.charAt(at)
    if (char === '[' && value.charAt(at - 1) === '@') {
      const end = value.indexOf(']', at)
      at = end < 0 ? value.length : end + 1
      continue
    }
    if (isSpace(char) || separators.has(char) || char in readers) return at
    at += 1
  }
  return at
}

function readQuoted(value: string, start: number): ReturnType<Read> {
  let text = ''
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '"') return { text, next: at + 1, ended: true }
    if (char === '\\' && at + 1 < value.length) at += 1
    text += value.charAt(at)
  }
  return { text, next: value.length, ended: false }
}

function readComment(value: string, start: number): ReturnType<Read> {
  let depth = 0
  let text = ''
  for (let at = start; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '\\' && at + 1 < value.length) {
      at += 1
      text += value.charAt(at)
      continue
    }
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0) return { text: text.slice(1), next: at + 1, ended: true }
    text += char
  }
  return { text: text.slice(1), next: value.length, ended: false }
}

/** Everything up to the closing bracket; a quoted string in it may hold brackets of its own. */
function readAngle(value: string, start: number): ReturnType<Read> {
  let quoted = false
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '\\') at += 1
    else if (char === '"') quoted = !quoted
    else if (char === '>' && !quoted) return { text: value.slice(start + 1, at), next: at + 1, ended: true }
  }
  return { text: value.slice(start + 1), next: value.length, ended: false }
}
