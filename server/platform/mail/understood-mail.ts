/** What a mail says, as plain data that can cross process borders. Everything in it was written by strangers. */

/** A person as the mail names them; `name` may be empty. Nothing here is proven, see `SenderDoubt`. */
export type MailPerson = { name: string; address: string }

/** Why the sender cannot be taken from this mail in only one way (T4). */
export type SenderDoubt =
  | 'no From'
  | 'empty From'
  | 'multiple From'
  | 'multiple senders'
  | 'group syntax'
  | 'address in display name'
  | 'encoded address'
  | 'address in comment'
  | 'comment in address'
  | 'quoted local part'
  | 'source route'
  | 'control characters'
  | 'bare line break'
  | 'blank line in headers'
  | 'malformed header name'
  | 'malformed address'
  | 'invisible characters'
  | 'lookalike characters'
  | 'overlong From'
  | 'parsers disagree'

/** Did a machine send this on its own, and how do we know (L2, L4)? `why` names the tell-tale, for people. */
export type Automatic = {
  kind: 'no' | 'auto-generated' | 'auto-replied' | 'bulk' | 'bounce'
  why: string
}

/** One addressee of a mail that bounced; `none` where the report is of success. */
export type BouncedRecipient = {
  address: string
  failure: 'permanent' | 'temporary' | 'delayed' | 'none' | 'unknown'
  /** RFC 3463 code such as `5.1.1`. */
  status: string | null
}

/** What a bounce is about. */
export type MailBounce = { originalMessageId: string | null; recipients: BouncedRecipient[] }

/** One part of the mail that is a file; `content` holds all its bytes, decoded. */
export type MailAttachment = {
  /** Made safe to show and to offer as a file name; never a path. */
  name: string
  /** Lower case `type/subtype` as the sender declared it: not to be believed. */
  mediaType: string
  size: number
  /** Without angle brackets, to be matched with `cid:` in the HTML. */
  contentId: string | null
  inline: boolean
  content: Uint8Array
}

/** One Authentication-Results field; only that of our own receiving server may be trusted (T5, RFC 8601 5). */
export type AuthenticationResult = { authservId: string; text: string }

export type UnderstoodMail = {
  /** Without angle brackets, at most 995 characters; null where there is none that could be answered. */
  messageId: string | null
  inReplyTo: string | null
  /** The oldest and the newest ids, in order, at most 100, none twice (T9). */
  references: string[]
  from: MailPerson | null
  /** True where every sound parser reads the same single sender. Says nothing about who sent it (T5). */
  senderVerified: boolean
  senderDoubt: SenderDoubt | null
  replyTo: MailPerson[]
  to: MailPerson[]
  cc: MailPerson[]
  /** Addresses that servers on the way say they delivered to, nearest first. */
  deliveredTo: string[]
  subject: string
  /** What the sender's clock said: may be 1970 or 2099; null where it is no date (K6). */
  date: Date | null
  /** The whole text, made from the HTML where the mail has none. */
  text: string
  textFromHtml: boolean
  /** As it came: must pass `sanitizeMailHtml` before any browser sees it. */
  html: string | null
  attachments: MailAttachment[]
  /** Parts beyond the limit: a placeholder attachment says so, the stored raw mail has them (F7). */
  omittedParts: number
  automatic: Automatic
  /** Present where `automatic.kind` is `bounce`. */
  bounce: MailBounce | null
  authenticationResults: AuthenticationResult[]
  /** The first 200 headers, each value at most 1,000 characters: evidence for people. */
  headers: { name: string; value: string }[]
}

/** What of a mail is kept, beyond which it is cut visibly; characters unless said otherwise. */
export const mailLimits = {
  subject: 500,
  name: 200,
  fileName: 180,
  text: 2_000_000,
  html: 6_000_000,
  addresses: 500,
  references: 100,
  messageId: 995,
  attachments: 1_000,
  headers: 200,
  headerValue: 1_000,
  /** Bytes of all headers of all parts together. */
  headerBytes: 32 * 1024 * 1024,
} as const
