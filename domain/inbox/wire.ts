import { z } from 'zod'
import { caseReferenceShape } from '#domain/cases/wire.ts'
import { customerReferenceShape } from '#domain/customers/wire.ts'
import { idShape, momentShape, pageShape, referenceShape } from '#domain/kernel/shapes.ts'

/** A message as a row of the inbox. */
export const inboxRowShape = z.object({
  id: idShape,
  subject: z.string(),
  /** The first visible words. */
  preview: z.string(),
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  customer: customerReferenceShape.nullable(),
  channel: referenceShape,
  conversation: z.object({ id: idShape }),
  case: caseReferenceShape.extend({ assignee: referenceShape.nullable() }).nullable(),
  hasFiles: z.boolean(),
  automatic: z.string().nullable(),
  doubt: z.object({ code: z.string(), case: caseReferenceShape.nullable() }).nullable(),
  completedAt: momentShape.nullable(),
  postedAt: momentShape,
  receivedAt: momentShape,
})
export type InboxRow = z.infer<typeof inboxRowShape>
export const inboxPageShape = pageShape(inboxRowShape)

/** GET /inbox/messages: incoming messages, newest first; completed ones are left out by default (IN-06). */
export const inboxQueryShape = z.strictObject({
  cases: z.enum(['any', 'without', 'with']).default('any'),
  /** Messages whose case belongs to one of these people (IN-11), comma-separated ids; excludes `cases`. */
  assignees: z.string().max(4000).optional(),
  channel: idShape.optional(),
  group: idShape.optional(),
  completed: z.enum(['no', 'yes', 'any']).default('no'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type InboxQuery = z.input<typeof inboxQueryShape>
export const inboxCountsShape = z.object({ waiting: z.int(), quarantined: z.int(), cap: z.int() })
export type InboxCounts = z.infer<typeof inboxCountsShape>

/** A mail that could not be understood, kept whole (SURVIVE B2, D5). */
export const quarantineRowShape = z.object({
  id: idShape,
  channel: referenceShape,
  from: z.string(),
  subject: z.string(),
  size: z.int(),
  reason: z.string(),
  detail: z.string(),
  attempts: z.int(),
  receivedAt: momentShape,
})
export type QuarantineRow = z.infer<typeof quarantineRowShape>
export const quarantinePageShape = pageShape(quarantineRowShape)
