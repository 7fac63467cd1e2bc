/**
 * E-mail addresses as identities of customers: which text is plausibly one, when two are the same, and
 * what a plus-address carries. Kept apart from parsing whole headers, which is the mail reader's work.
 */

/** An address in its pieces: `support+ABC@example.org` has base `support` and token `ABC`. */
export type AddressParts = { local: string; base: string; token: string | null; domain: string }

/** RFC 5321 4.5.3.1.3 allows 254 characters; the local part may be long (reply addresses carry tokens). */
const longestAddress = 254
const longestLabel = 63
const lastAsciiControl = 0x20

/** Characters that a local part never needs unquoted, and that confuse whoever reads the address. */
const forbiddenInLocal = new Set('"(),:;<>@[]\\\u007f')
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u

/** Is this text plausibly an address that mail can be sent to? Says nothing about whether it exists. */
export function isPlausibleAddress(address: string): boolean {
  return splitAddress(address) !== null
}

/**
 * The form to keep and show: NFC, the domain in lower case and as ASCII (IDN), the local part as typed.
 * Null where the text is no plausible address.
 */
export function normaliseAddress(address: string): string | null {
  const parts = splitAddress(address)
  return parts ? `${parts.local}@${parts.domain}` : null
}

/** The form to compare by: as `normaliseAddress`, with the local part in lower case too. */
export function addressKey(address: string): string | null {
  return normaliseAddress(address)?.toLowerCase() ?? null
}

/** Do both texts name the same mailbox? Implausible addresses equal nothing, not even themselves. */
export function sameAddress(one: string, other: string): boolean {
  const key = addressKey(one)
  return key !== null && key === addressKey(other)
}

/** The pieces of a plausible address, else null. The token is what follows the first `+`, if anything. */
export function addressParts(address: string): AddressParts | null {
  const parts = splitAddress(address)
  if (!parts) return null
  const plus = parts.local.indexOf('+')
  const hasToken = plus > 0 && plus < parts.local.length - 1
  return {
    ...parts,
    base: plus > 0 ? parts.local.slice(0, plus) : parts.local,
    token: hasToken ? parts.local.slice(plus + 1) : null,
  }
}

/**
 * The token that `address` carries for `mailbox` (`support+ABC@x.org` carries `ABC` for `support@x.org`),
 * or null where it is addressed to another mailbox or carries none.
 */
export function tokenFor(mailbox: string, address: string): string | null {
  const own = addressParts(mailbox)
  const seen = addressParts(address)
  if (!own || !seen || own.domain !== seen.domain) return null
  return own.local.toLowerCase() === seen.base.toLowerCase() ? seen.token : null
}

function splitAddress(address: string): { local: string; domain: string } | null {
  const text = address.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > longestAddress || !text.isWellFormed()) return null
  const local = text.slice(0, at)
  const domain = asciiDomain(text.slice(at + 1))
  if (domain === null || !plausibleLocal(local)) return null
  return { local, domain }
}

function plausibleLocal(local: string): boolean {
  if (invisible.test(local)) return false
  return Array.from(local).every(
    char => !forbiddenInLocal.has(char) && (char.codePointAt(0) ?? 0) > lastAsciiControl,
  )
}

/** The domain in lower case ASCII, or null where it is no host name of at least two labels. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null
  const host = hostName(domain)
  if (host === null) return null
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  const sound = labels.every(
    label => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label) && label.length <= longestLabel,
  )
  return sound && labels.length > 1 && !/^[0-9]+$/.test(last) ? host : null
}

/** URL does the IDN mapping (UTS 46) that mail servers and browsers agree on. */
function hostName(domain: string): string | null {
  try {
    return new URL(`http://${domain}/`).hostname
  } catch {
    return null
  }
}
