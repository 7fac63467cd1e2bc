import { many } from './en-shell.ts'

/** Messages, their delivery, and writing to customers. */
export const conversations = {
  thread: 'Conversation',
  to: 'to',
  cc: 'Cc',
  via: 'via',
  noSubject: '(no subject)',
  noText: 'This message has no text.',
  unknownSender: 'Unknown sender',
  team: 'Your team',
  outgoing: 'Sent by your team',
  incoming: 'From the customer',
  showQuote: 'Show quoted text',
  hideQuote: 'Hide quoted text',
  formatted: 'Show formatted',
  plain: 'Show as text',
  raw: 'Download the original',
  frame: (from: string) => `Formatted message from ${from}`,
  images: (count: number) =>
    `${many(count, 'remote image', 'remote images')} blocked, so that the sender learns nothing`,
  showImages: 'Show images',
  files: (count: number) => many(count, 'file', 'files'),
  earlier: 'Show earlier messages',
  hidden: 'Hidden by its author',
  deleted: 'Deleted by its author',
  completed: 'Completed',
  automatic: 'Sent automatically',
  automaticKinds: {
    'auto-replied': 'Automatic reply',
    bounce: 'Delivery report',
    list: 'Mailing list',
    bulk: 'Bulk mail',
    'auto-generated': 'Made by a machine',
  } as Record<string, string>,
  automaticHint: 'A machine sent this. It does not reopen cases, and nothing answers it by itself.',
  delivery: {
    received: 'Received',
    queued: 'Queued',
    sending: 'Sending',
    sent: 'Sent',
    uncertain: 'Delivery uncertain',
    failed: 'Not delivered',
  },
  deliveryHint: {
    received: '',
    queued: 'Leaves in a moment.',
    sending: 'On its way to the mail server.',
    sent: 'The mail server accepted it.',
    uncertain:
      'The connection broke before the mail server confirmed. The customer may have it already; sending again may bring it twice.',
    failed: 'The customer did not get this.',
  },
  delayed: 'The mail server did not take it yet. Docket keeps trying by itself.',
  again: 'Try again',
  nextTry: 'Next attempt',
  retried: 'The message is queued again.',
  doubt: {
    SENDER_UNVERIFIED: 'The sender is not verified. The address may be forged; do not act on it alone.',
    DUPLICATE_ID:
      'Another mail with the same identity but other content came before. One of the two may be forged.',
    THIRD_PARTY: (number: number | null) =>
      number === null
        ? 'It answers a conversation whose link was passed on: the sender is not part of it.'
        : `It answers case #${number} with a link that was passed on: the sender is not part of it.`,
    UNKNOWN_SENDER: (number: number | null) =>
      number === null
        ? 'It claims to belong to another conversation, but the sender is not part of it.'
        : `It claims to belong to case #${number}, but the sender is not part of it.`,
    other: (number: number | null) =>
      number === null
        ? 'Something about this message is doubtful. Check who sent it before you act on it.'
        : `It is unclear whether this belongs to case #${number}. Check who sent it before you act on it.`,
  },
  because: (rule: string, version: number | null) =>
    version === null ? `Rule ${rule}` : `Rule ${rule}, settings version ${version}`,
  openClaimed: 'Look at that case',
  reply: {
    tab: 'Reply',
    label: 'Your reply',
    placeholder: (name: string) => `Reply to ${name}…`,
    to: (name: string) => `To ${name}`,
    send: 'Send',
    sendAnd: {
      waiting: 'Send and wait for the customer',
      resolved: 'Send and resolve',
      on_hold: 'Send and put on hold',
    },
    choices: 'More ways to send',
    cc: 'Add Cc',
    ccLabel: 'Cc',
    ccWrong: (address: string) => `${address} is not an e-mail address.`,
    kept: 'Draft kept in this browser',
    sent: 'Reply queued.',
    failed: 'Not sent; your text is kept.',
    newer:
      'A newer message arrived while you were writing. It is shown above; send again when your reply still fits.',
    seen: 'I have read it',
    discard: 'Discard draft',
    open: 'Reply',
  },
}
