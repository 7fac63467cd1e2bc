import { z } from 'zod'
import { statuses } from '#domain/cases/status.ts'
import { caseReferenceShape, commentShape } from '#domain/cases/wire.ts'
import { customerReferenceShape } from '#domain/customers/wire.ts'
import { idShape, momentShape, optionalTextShape, referenceShape, textShape } from '#domain/kernel/shapes.ts'

/** How an outgoing message stands; `received` for incoming ones. */
export const deliveryStates = ['received', 'queued', 'sending', 'sent', 'uncertain', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const mailboxShape = z.object({ name: z.string(), address: z.string() })
export const fileShape = z.object({
  id: idShape,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  inline: z.boolean(),
  /** Where to download it, access-checked and short-lived. */
  url: z.string(),
})
export type File = z.infer<typeof fileShape>

/** A piece of the text; all pieces together are the message as it came. */
export const segmentShape = z.object({ kind: z.enum(['visible', 'quote', 'signature']), text: z.string() })

export const messageShape = z.object({
  id: idShape,
  subject: z.string(),
  text: z.string(),
  /** True where only the beginning of a very long text is given; GET /messages/{id} has all of it. */
  cut: z.boolean(),
  segments: z.array(segmentShape),
  /** Is there a formatted version to show in its frame (GET /messages/{id}/frame)? */
  hasHtml: z.boolean(),
  remoteImages: z.int(),
  direction: z.enum(['in', 'out']),
  visibility: z.enum(['public', 'private']),
  state: z.enum(['normal', 'hidden', 'deleted']),
  from: mailboxShape.nullable(),
  to: z.array(mailboxShape),
  cc: z.array(mailboxShape),
  /** Where the sender wants answers, if elsewhere than `from`: a reply goes there. */
  replyTo: z.array(mailboxShape),
  author: referenceShape.nullable(),
  customer: customerReferenceShape.nullable(),
  channel: referenceShape,
  conversation: z.object({ id: idShape }),
  case: caseReferenceShape.nullable(),
  files: z.array(fileShape),
  /** Sent by a machine (vacation notice, bounce, list), and how we know. */
  automatic: z.string().nullable(),
  /** Why the sender or the tie to a conversation is doubted (SURVIVE T1-T4), with the case it claims. */
  doubt: z.object({ code: z.string(), case: caseReferenceShape.nullable() }).nullable(),
  delivery: z.object({
    state: z.enum(deliveryStates),
    reason: z.string().nullable(),
    attempts: z.int(),
    nextAttemptAt: momentShape.nullable(),
  }),
  completedAt: momentShape.nullable(),
  postedAt: momentShape,
  receivedAt: momentShape,
})
export type Message = z.infer<typeof messageShape>

/** One event of a case, as the timeline shows it: `data` feeds the sentence of its kind. */
export const timelineEventShape = z.object({
  id: idShape,
  kind: z.string(),
  at: momentShape,
  actor: z.object({
    kind: z.enum(['user', 'customer', 'rule', 'system']),
    id: idShape.nullable(),
    name: z.string(),
  }),
  data: z.record(z.string(), z.unknown()),
  /** The rule and settings version behind it (BY-01). */
  cause: z.object({ rule: z.string(), settingsVersion: z.int().nullable() }).nullable(),
})
export type TimelineEvent = z.infer<typeof timelineEventShape>

/** The one timeline: messages, comments and events, oldest first (ACT-01, ACT-02, ACT-05). */
export const timelineEntryShape = z.discriminatedUnion('entry', [
  z.object({ entry: z.literal('message'), at: momentShape, message: messageShape }),
  z.object({ entry: z.literal('comment'), at: momentShape, comment: commentShape }),
  z.object({ entry: z.literal('event'), at: momentShape, event: timelineEventShape }),
])
export type TimelineEntry = z.infer<typeof timelineEntryShape>
/** GET /cases/{number}/timeline?before=: the newest 50 first page; `earlier` is the cursor of what came before. */
export const timelineShape = z.object({ items: z.array(timelineEntryShape), earlier: z.string().nullable() })
export type Timeline = z.infer<typeof timelineShape>

/** POST /cases/{number}/replies and /messages/{id}/replies; `status` is set in the same act (ST-02). */
export const replyShape = z.strictObject({
  text: textShape(200_000),
  cc: z.array(z.email()).max(20).default([]),
  status: z.enum(statuses).exclude(['new']).optional(),
  /** The newest message the author had seen; a later one stops the reply (BY-05). */
  seenMessageId: idShape.optional(),
})

/** POST /intake/{channelId}: a message from any system of the user (source Platform). */
export const intakeShape = z.strictObject({
  /** The sender's own id of this message; the same id again is the same message (CV-18). */
  id: textShape(200),
  from: z.strictObject({ handle: textShape(254), name: optionalTextShape(120).optional() }),
  /** Messages with the same thread belong to one conversation; default: one per sender. */
  thread: textShape(200).optional(),
  subject: optionalTextShape(255).optional(),
  text: textShape(200_000),
  postedAt: momentShape.optional(),
})
export const intakeAnswerShape = z.object({
  messageId: idShape,
  conversationId: idShape,
  case: caseReferenceShape.nullable(),
  duplicate: z.boolean(),
})

/** GET /cases/{number}/timeline and /conversations/{id}: `before` is the `earlier` of the page already there. */
export const earlierQueryShape = z.strictObject({ before: z.string().max(400).optional() })
/** GET /messages/{id}/frame: pictures from other machines only when the reader asked for them (H6). */
export const frameQueryShape = z.strictObject({ images: z.literal('1').optional() })

/** GET /conversations/{id}: newest 50 messages, oldest first. */
export const conversationShape = z.object({
  id: idShape,
  subject: z.string(),
  channel: referenceShape,
  customer: customerReferenceShape.nullable(),
  cases: z.array(caseReferenceShape),
  messages: z.array(messageShape),
  earlier: z.string().nullable(),
})
export type Conversation = z.infer<typeof conversationShape>
