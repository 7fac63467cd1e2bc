/** A mailbox with the name of whom it belongs to. */
export type Mailbox = { name: string; address: string }

/** What the answered message and its customer say about where an answer goes. */
export type AnswerTarget = {
  /** Where the sender asked answers to go; empty for most mail. */
  replyTo: readonly Mailbox[]
  from: Mailbox | null
  customer: Mailbox | null
}

/**
 * Whom a reply goes to: the one mailbox in which its sender wants answers, else the sender, else the customer
 * of the conversation. Our own addresses are never written to, or the answer would come straight back (L7).
 * Null: there is nobody to answer. Cc of incoming mail is not carried over (T6): the author names every copy.
 */
export function recipientOf(target: AnswerTarget, isOwn: (address: string) => boolean): Mailbox | null {
  const wished = target.replyTo.length === 1 ? target.replyTo : []
  const candidates = [...wished, target.from, target.customer]
  return candidates.find(mailbox => mailbox !== null && !isOwn(mailbox.address)) ?? null
}

/** The subject of an answer: one `Re:`, whatever the language of those it had. */
export function replySubject(subject: string): string {
  const bare = subject.replace(
    /^(?:\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|odp|回复|答复)\s*(?:\[\d{1,3}\])?\s*[:：])+\s*/iu,
    '',
  )
  return bare.trim() === '' ? 'Re: your message' : `Re: ${bare.trim()}`
}
