import { storable } from '#domain/kernel/text.ts'
import { mailLimits } from './understood-mail.ts'

/** The id of a Message-ID or In-Reply-To header without its angle brackets, or null. */
export function readMessageId(value: string | undefined): string | null {
  for (const id of messageIds(value ?? '')) return id
  return null
}

/**
 * The ids of a References header, oldest first: each once, and of more than the limit the oldest one
 * (which names the thread) and the newest (which name the place in it). Linear in the header (T9).
 */
export function readReferences(value: string | undefined): string[] {
  const seen = new Set<string>()
  for (const id of messageIds(value ?? '')) seen.add(id)
  const ids = [...seen]
  if (ids.length <= mailLimits.references) return ids
  return [...ids.slice(0, 1), ...ids.slice(-(mailLimits.references - 1))]
}

/** Ids in angle brackets; where there are none, the words with an `@` (old mailers leave the brackets out). */
function* messageIds(value: string): Generator<string> {
  if (!value.includes('<')) {
    for (const word of value.split(/[\s,]+/u)) if (word.includes('@') && isSound(word)) yield word
    return
  }
  let from = value.indexOf('<')
  while (from >= 0) {
    const to = value.indexOf('>', from)
    if (to < 0) return
    // An id may be folded over lines; white space inside is never part of it.
    const open = value.lastIndexOf('<', to)
    const id = value.slice(open + 1, to).replace(/\s+/gu, '')
    if (isSound(id)) yield id
    from = value.indexOf('<', to)
  }
}

function isSound(id: string): boolean {
  return (
    id.length > 0 && id.length <= mailLimits.messageId && /^[^\p{Cc}<>]+$/u.test(id) && storable(id) === id
  )
}
