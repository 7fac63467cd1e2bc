/** Which conversation a mail belongs to: decided from evidence, never from wishful reading (BY-09, SURVIVE T). */

/** A conversation that something in the mail points at, and who may write in it, as comparable addresses. */
export type Pointer = { conversationId: string; participants: readonly string[] }

/** What a mail shows about where it belongs. Lists go from the strongest sign to the weakest. */
export type ThreadEvidence = {
  /** The comparable address of the sender; null where the mail names none. */
  sender: string | null
  /** Does every sound parser read that one sender (T4)? */
  senderVerified: boolean
  /** Did a mail system report a failed delivery, with the null sender in its envelope? */
  bounce: boolean
  /** Conversations whose reply token came along with a valid signature: somebody has seen our mail. */
  proven: readonly Pointer[]
  /** Conversations with a message whose Message-ID this mail names: anybody may have seen or guessed it. */
  referred: readonly Pointer[]
  /** Conversations hinted at: by a token that we did not sign, by a case number in the subject. */
  hinted: readonly Pointer[]
  /** Is there another mail with this Message-ID in the channel, with other content? */
  sameIdKnown: boolean
}

export type ThreadDoubt = 'UNKNOWN_SENDER' | 'THIRD_PARTY' | 'SENDER_UNVERIFIED' | 'DUPLICATE_ID'

export type Threading = {
  tie: 'token' | 'header' | 'new'
  /** Null: it begins a conversation of its own. */
  conversationId: string | null
  doubt: ThreadDoubt | null
  /** The conversation it claims to belong to, for people to judge; it is not put there. */
  doubtedConversationId: string | null
}

/**
 * Where a mail belongs. Only a participant is ever put into a conversation: with our token or with a
 * Message-ID of it. A stranger who points at one gets a conversation of their own, marked with the doubt
 * (T1, T3, T4). A subject alone ties nothing (T10). A second mail with a known Message-ID is marked (T8).
 */
export function decideThread(evidence: ThreadEvidence): Threading {
  const decided = decideTie(evidence)
  return decided.doubt === null && evidence.sameIdKnown ? { ...decided, doubt: 'DUPLICATE_ID' } : decided
}

function decideTie(evidence: ThreadEvidence): Threading {
  const { proven, referred, hinted } = evidence
  // A mail system answers in nobody's name: the token in the return path is all that can be asked of it.
  if (evidence.bounce && proven[0]) return tied('token', proven[0])
  if (!evidence.senderVerified) return apart('SENDER_UNVERIFIED', proven[0] ?? referred[0] ?? hinted[0])
  const byToken = proven.find(pointer => takesPart(evidence, pointer))
  if (byToken) return tied('token', byToken)
  if (proven[0]) return apart('THIRD_PARTY', proven[0])
  const byHeader = referred.find(pointer => takesPart(evidence, pointer))
  if (byHeader) return tied('header', byHeader)
  const strange = referred[0] ?? hinted.find(pointer => !takesPart(evidence, pointer))
  return strange ? apart('UNKNOWN_SENDER', strange) : apart(null, undefined)
}

function takesPart(evidence: ThreadEvidence, pointer: Pointer): boolean {
  return evidence.sender !== null && pointer.participants.includes(evidence.sender)
}

function tied(tie: 'token' | 'header', pointer: Pointer): Threading {
  return { tie, conversationId: pointer.conversationId, doubt: null, doubtedConversationId: null }
}

function apart(doubt: ThreadDoubt | null, pointer: Pointer | undefined): Threading {
  return { tie: 'new', conversationId: null, doubt, doubtedConversationId: pointer?.conversationId ?? null }
}

/** The case number that a subject names in the form of our own mails, `[#123]` (SU-07); null if none. */
export function caseNumberIn(subject: string): number | null {
  const found = /\[#(\d{1,9})\]/u.exec(subject)
  return found ? Number(found[1]) : null
}
