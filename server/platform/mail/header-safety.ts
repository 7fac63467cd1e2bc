import { addressParts, normaliseAddress } from '#domain/customers/address.ts'
import { cleanLine, cleanName } from './clean-text.ts'

/**
 * Values for the headers of mail that we send. Whatever people or strangers typed, it stays inside its field:
 * no line breaks, no controls, no line that a server would refuse. Encoding words (RFC 2047) and folding is the
 * composer's work; what comes from here gives it nothing to go wrong on (H9).
 */
const longestSubject = 500
const longestName = 120
const longestId = 250
const mostIds = 30
const longestValue = 900

/** One header that may be sent, or the reason why not. */
export type HeaderRefusal = 'bad name' | 'control characters' | 'too long' | 'not ASCII'

/** A subject of one line; what is too long is cut with an ellipsis, controls become spaces. */
export function safeSubject(text: string): string {
  return cleanLine(text, longestSubject)
}

/**
 * The mailbox for From, To or Cc, or null where the address is none. The name is one line that cannot turn the
 * rest around, and never an address of somebody else; an IDN domain is in ASCII.
 */
export function safeMailbox(name: string, address: string): { name: string; address: string } | null {
  const sound = normaliseAddress(address)
  if (sound === null || !/^[\u0021-\u007e]+$/u.test(addressParts(sound)?.domain ?? '')) return null
  const shown = cleanName(name, longestName)
    .replace(/[<>"\\]/gu, '')
    .trim()
  return { name: shown.includes('@') ? '' : shown, address: sound }
}

/** A Message-ID without angle brackets that can be put back into a header, or null. */
export function safeMessageId(id: string): string | null {
  const bare = id.trim().replace(/^<|>$/gu, '')
  return bare.length <= longestId && /^[!-;=?-~]+$/u.test(bare) ? bare : null
}

/** The ids for References, oldest first: the sound ones, of too many the first and the newest (RFC 5322 3.6.4). */
export function safeReferences(ids: readonly string[]): string[] {
  const sound = [...new Set(ids.flatMap(id => safeMessageId(id) ?? []))]
  return sound.length <= mostIds ? sound : [...sound.slice(0, 1), ...sound.slice(-(mostIds - 1))]
}

/** Why this header of our own may not be sent, or null. For fields such as Auto-Submitted, not for people's words. */
export function refusalOfHeader(name: string, value: string): HeaderRefusal | null {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,75}$/u.test(name)) return 'bad name'
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) return 'control characters'
  if (!/^[ -~]*$/u.test(value)) return 'not ASCII'
  return value.length > longestValue ? 'too long' : null
}
