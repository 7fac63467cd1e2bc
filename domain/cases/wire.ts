import { z } from 'zod'
import { customerReferenceShape } from '#domain/customers/wire.ts'
import {
  idShape,
  momentShape,
  optionalTextShape,
  pageShape,
  referenceShape,
  textShape,
  verdictShape,
} from '#domain/kernel/shapes.ts'
import { priorities } from './priority.ts'
import { sources } from './source.ts'
import { buckets, closeReasons, statuses } from './status.ts'

const tagsShape = z.array(textShape(60)).max(50)

/** A case as a row of a list: everything but the long text and the verdicts. */
export const caseRowShape = z.object({
  number: z.int(),
  subject: z.string(),
  status: z.enum(statuses),
  closeReason: z.enum(closeReasons).nullable(),
  priority: z.enum(priorities),
  type: referenceShape,
  source: z.enum(sources),
  channel: referenceShape,
  team: referenceShape.nullable(),
  assignee: referenceShape.nullable(),
  customer: customerReferenceShape.nullable(),
  conversation: z.object({ id: idShape }).nullable(),
  tags: z.array(z.string()),
  createdAt: momentShape,
  updatedAt: momentShape,
  assignedAt: momentShape.nullable(),
  statusChangedAt: momentShape,
  resolvedAt: momentShape.nullable(),
  closedAt: momentShape.nullable(),
  deadlineAt: momentShape.nullable(),
  lastActivityAt: momentShape,
  lastInboundAt: momentShape.nullable(),
  lastOutboundAt: momentShape.nullable(),
  version: z.int(),
})
export type CaseRow = z.infer<typeof caseRowShape>
export const casePageShape = pageShape(caseRowShape)

/** What the actor may do with the case; a no says why, so that a grey button can explain itself. */
export const caseVerdictsShape = z.object({
  changeStatus: verdictShape,
  work: verdictShape,
  claim: verdictShape,
  reply: verdictShape,
  delete: verdictShape,
})

/** A case whole (GET /cases/{number} and the answer of every change). */
export const caseShape = caseRowShape.extend({
  description: z.string(),
  group: referenceShape.nullable(),
  assignedBy: referenceShape.nullable(),
  createdBy: referenceShape.nullable(),
  collaborators: z.array(referenceShape),
  fields: z.record(z.string(), z.unknown()),
  careOrigin: z.boolean(),
  finalizedAt: momentShape.nullable(),
  /** Until when a customer's message reopens it (CC-08), if a window is running. */
  graceUntil: momentShape.nullable(),
  reopenCount: z.int(),
  may: caseVerdictsShape,
})
export type Case = z.infer<typeof caseShape>

/** POST /cases: from a message (`messageId`) or by hand in a channel (`channelId`, `subject`). */
export const createCaseShape = z.strictObject({
  messageId: idShape.optional(),
  channelId: idShape.optional(),
  subject: textShape(255).optional(),
  description: optionalTextShape(50_000).optional(),
  teamId: idShape.nullable().optional(),
  assigneeId: idShape.nullable().optional(),
  typeId: idShape.optional(),
  priority: z.enum(priorities).optional(),
  tags: tagsShape.optional(),
  comment: optionalTextShape(20_000).optional(),
  completeMessage: z.boolean().default(false),
})
export type CreateCase = z.input<typeof createCaseShape>
/** What a create-only user gets back instead of the case (PR-15). */
export const createdCaseShape = z.union([caseShape, z.object({ number: z.int() })])

/** PATCH /cases/{number}; `version` is the one the change was based on (DT-14). */
export const changeCaseShape = z.strictObject({
  version: z.int().optional(),
  subject: textShape(255).optional(),
  description: optionalTextShape(50_000).optional(),
  typeId: idShape.optional(),
  priority: z.enum(priorities).optional(),
  deadlineAt: momentShape.nullable().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  tags: tagsShape.optional(),
})
/** PUT /cases/{number}/status. */
export const changeStatusShape = z.strictObject({
  version: z.int().optional(),
  status: z.enum(statuses).exclude(['new']),
  reason: optionalTextShape(500).optional(),
})
/** PUT /cases/{number}/assignment; a missing key stays as it is, null clears it. */
export const assignCaseShape = z.strictObject({
  version: z.int().optional(),
  teamId: idShape.nullable().optional(),
  assigneeId: idShape.nullable().optional(),
})

/** Sort keys of the case list (CL-03, CL-24, CL-25); a leading minus means newest first. */
export const caseSorts = ['activity', 'created', 'updated', 'inbound'] as const
export const caseViews = [
  'all',
  'mine',
  'assignedByMe',
  'following',
  'unassigned',
  'createdByMe',
  'updatedByMe',
  'queue',
] as const
/** GET /cases. */
export const caseQueryShape = z.strictObject({
  view: z.enum(caseViews).default('all'),
  bucket: z
    .enum(buckets)
    .or(z.enum(['active', 'any']))
    .default('any'),
  status: z.enum(statuses).optional(),
  assignee: idShape.or(z.literal('none')).optional(),
  team: idShape.or(z.literal('none')).optional(),
  channel: idShape.optional(),
  group: idShape.optional(),
  type: idShape.optional(),
  priority: z.enum(priorities).optional(),
  tag: z.string().max(60).optional(),
  source: z.enum(sources).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(caseSorts.flatMap(key => [key, `-${key}`] as const)).default('-activity'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type CaseQuery = z.input<typeof caseQueryShape>
/** GET /cases/counts: never counts further than `cap` (shown as "999+"). */
export const caseCountsShape = z.object({ open: z.int(), onHold: z.int(), closed: z.int(), cap: z.int() })
export type CaseCounts = z.infer<typeof caseCountsShape>

export const caseTypeShape = z.object({ id: idShape, name: z.string(), builtIn: z.boolean() })
export type CaseType = z.infer<typeof caseTypeShape>
export const caseTypePageShape = pageShape(caseTypeShape)

/** POST /cases/{number}/comments (ACT-06, ACT-08). */
export const createCommentShape = z.strictObject({
  text: textShape(20_000),
  mentions: z.array(idShape).max(50).default([]),
})
export const commentShape = z.object({
  id: idShape,
  text: z.string(),
  author: referenceShape,
  createdAt: momentShape,
  editedAt: momentShape.nullable(),
})
export type Comment = z.infer<typeof commentShape>
/** PUT and DELETE /cases/{number}/collaborators/{userId}. */
export const caseReferenceShape = z.object({ number: z.int(), subject: z.string(), status: z.enum(statuses) })
