import { addressParser, decodeWords } from 'postal-mime'
import { addressKey, normaliseAddress } from '#domain/customers/address.ts'
import { cleanName } from './clean-text.ts'
import { hasInvisible, mixesScripts, turnsAround } from './lookalikes.ts'
import { type AddressToken, tokenizeAddress } from './split-mailboxes.ts'
import { type MailPerson, mailLimits, type SenderDoubt } from './understood-mail.ts'

/** The header lines that decide who the sender is, as they came. */
export type SenderEvidence = {
  /** Unfolded values of every From field, in order. */
  from: string[]
  /** Raw lines of all headers with their folds, as `name: value`, in order. */
  rawLines: string[]
}

export type ReadSender = { from: MailPerson | null; senderVerified: boolean; senderDoubt: SenderDoubt | null }

const longestFrom = 2_000

/**
 * The one sender that every sound parser reads from the From field, or the best guess together with the
 * reason why it is only one (T4). Anything that RFC 5322 3.4 does not allow is a reason.
 */
export function readSender(evidence: SenderEvidence): ReadSender {
  const value = evidence.from[0]
  const around = doubtAroundFrom(evidence)
  if (value === undefined) return { from: null, senderVerified: false, senderDoubt: around ?? 'no From' }
  const strict = readOneMailbox(value.slice(0, longestFrom))
  const doubt = around ?? (value.length > longestFrom ? 'overlong From' : strict.doubt)
  const from = strict.person ?? kindGuess(value.slice(0, longestFrom))
  const agreed = doubt ?? (from && sameAsKind(from, value) ? null : 'parsers disagree')
  return { from, senderVerified: agreed === null, senderDoubt: agreed }
}

/** What is wrong with the fields themselves: their number, names and line breaks. */
function doubtAroundFrom(evidence: SenderEvidence): SenderDoubt | null {
  let fromLines = 0
  let blankBefore = false
  for (const line of evidence.rawLines) {
    if (/\r[ \t]*from[ \t]*:/iu.test(line)) return 'bare line break'
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const isFrom = name.length < 100 && name.replace(/[^!-9;-~]+/gu, '').toLowerCase() === 'from'
    if (isFrom) {
      if (name.toLowerCase() !== 'from') return 'malformed header name'
      if (blankBefore) return 'blank line in headers'
      if (line.includes('\r')) return 'bare line break'
      fromLines += 1
    }
    blankBefore ||= /\n[ \t]*(\n|$)/u.test(line)
  }
  return fromLines > 1 ? 'multiple From' : null
}

/** Exactly one mailbox, or the doubt; a person too where one can be told in spite of it. */
function readOneMailbox(value: string): { person: MailPerson | null; doubt: SenderDoubt | null } {
  if (value.trim() === '') return { person: null, doubt: 'empty From' }
  if (/(?!\t)\p{Cc}/u.test(value)) return { person: null, doubt: 'control characters' }
  const { tokens, closed } = tokenizeAddress(value)
  const separated = tokens.filter(token => token.kind === 'separator')
  if (separated.some(token => token.text === ':')) return { person: null, doubt: 'group syntax' }
  const doubt = separated.length > 0 ? doubtOfSeparators(separated) : closed ? null : 'malformed address'
  if (doubt) return { person: null, doubt }
  return readParts(tokens)
}

function doubtOfSeparators(separated: AddressToken[]): SenderDoubt {
  return separated.every(token => token.text === ',' || token.text === ';')
    ? 'multiple senders'
    : 'malformed address'
}

function readParts(tokens: AddressToken[]): { person: MailPerson | null; doubt: SenderDoubt | null } {
  const angles = tokens.filter(token => token.kind === 'angle')
  const comments = tokens.filter(token => token.kind === 'comment')
  const words = tokens.filter(token => token.kind === 'word' || token.kind === 'quoted')
  const bare = angles.length === 0
  const address = bare ? words.at(-1) : angles[0]
  if (!address || angles.length > 1) return { person: null, doubt: 'malformed address' }
  const last = tokens.filter(token => token.kind !== 'comment').at(-1)
  const quoted = address.kind === 'quoted' || (words.length === 2 && words[0]?.kind === 'quoted' && bare)
  if (quoted) return { person: null, doubt: 'quoted local part' }
  if (last !== address || (bare && words.length > 1)) return { person: null, doubt: 'malformed address' }
  const nameTokens = bare ? comments : words
  const name = decodeWords(nameTokens.map(token => token.text).join(' '))
  const written = address.text.trim()
  const bad = doubtOfAddress(written)
  if (bad) return { person: null, doubt: bad }
  const person = { name: cleanName(name, mailLimits.name), address: normaliseAddress(written) ?? written }
  return { person, doubt: doubtOfName(name, written, bare ? [] : comments) }
}

/** What is wrong with the address itself, which must be a plain `atom@domain`. */
function doubtOfAddress(address: string): SenderDoubt | null {
  if (address === '') return 'empty From'
  if (hasInvisible(address)) return 'invisible characters'
  if (address.includes('=?')) return 'encoded address'
  if (address.startsWith('@') || /[%!].*@|@.*:/u.test(address)) return 'source route'
  if (address.includes('(')) return 'comment in address'
  if (address.includes('"')) return 'quoted local part'
  if (normaliseAddress(address) === null) return 'malformed address'
  return mixesScripts(address) ? 'lookalike characters' : null
}

/** What is wrong with the words around the address: above all another address. */
function doubtOfName(name: string, address: string, comments: AddressToken[]): SenderDoubt | null {
  if (turnsAround(name)) return 'invisible characters'
  if (/[\p{Cc}<>]/u.test(name)) return 'address in display name'
  if (namesOther(name, address)) return 'address in display name'
  return comments.some(comment => namesOther(comment.text, address)) ? 'address in comment' : null
}

/** Does the text hold an address, by any kind of at sign, that is not the sender's own? */
function namesOther(text: string, address: string): boolean {
  const plain = text.normalize('NFKC')
  if (!plain.includes('@')) return false
  const own = addressKey(address)
  return plain
    .split(/[\s"'(),;<>[\]]+/u)
    .some(word => /^[^@]+@[^@]+/u.test(word) && addressKey(word.replace(/[.:]+$/u, '')) !== own)
}

/** The address that the lenient parser takes, for showing next to the doubt. */
function kindGuess(value: string): MailPerson | null {
  for (const { name, address } of addressParser(value, { flatten: true })) {
    const normal = address === undefined ? null : normaliseAddress(address)
    if (normal !== null && !normal.includes('=?'))
      return { name: cleanName(name, mailLimits.name), address: normal }
  }
  return null
}

function sameAsKind(person: MailPerson, value: string): boolean {
  const others = addressParser(value, { flatten: true })
  const [only] = others
  return others.length === 1 && addressKey(only?.address ?? '') === addressKey(person.address)
}
