import type { InboxRow } from '#domain/inbox/wire.ts'
import { words } from '#web/platform/words.ts'

/** Who wrote a message of the inbox, by the best name that is known. */
export function senderName({ from, customer }: Pick<InboxRow, 'from' | 'customer'>): string {
  return from?.name || customer?.name || from?.address || words.conversations.unknownSender
}
