import type { SafeMailHtml } from './sanitize-html.ts'
import type { UnderstoodMail } from './understood-mail.ts'

/** A mail as read in the reading room: what it says, and its HTML made harmless (null where it has none). */
export type ReadMail = { mail: UnderstoodMail; html: SafeMailHtml | null }

/** Why a mail could not be read. The mail itself is at fault; reading it again would end the same way. */
export type UnreadableReason = 'deadline' | 'memory' | 'crash' | 'malformed' | 'size'

/** To the reading process: one mail. The next is sent after its answer came. */
export type ReadRequest = { raw: Uint8Array }

/** From the reading process: once when it can read, then one answer for each mail. */
export type ReadReply =
  | { kind: 'ready' }
  | { kind: 'read'; read: ReadMail; rssMb: number }
  | { kind: 'malformed'; detail: string; rssMb: number }

/** What the watchdog writes to the error stream before it ends a process that grew too large. */
export const memoryMark = 'reading process over its memory limit'
