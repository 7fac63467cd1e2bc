import { z } from 'zod'
import { caseReferenceShape } from '#domain/cases/wire.ts'
import { idShape, momentShape, pageShape } from '#domain/kernel/shapes.ts'
import { notificationKinds } from './kinds.ts'

/** One alert of the drawer (NT-01). */
export const notificationShape = z.object({
  id: idShape,
  kind: z.enum(notificationKinds),
  case: caseReferenceShape.nullable(),
  actorName: z.string().nullable(),
  /** A few words of what came: the comment, the message. */
  excerpt: z.string(),
  createdAt: momentShape,
  readAt: momentShape.nullable(),
})
export type Notification = z.infer<typeof notificationShape>
export const notificationPageShape = pageShape(notificationShape).extend({ unread: z.int() })
/** POST /notifications/read: these, or all when no ids are given. */
export const readNotificationsShape = z.strictObject({ ids: z.array(idShape).max(500).optional() })
