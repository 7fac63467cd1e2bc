import type { Notification } from '#domain/notifications/wire.ts'
import { get, post } from '#web/platform/api.ts'

/** One page of the drawer, with the count of all that are unread. */
export type NotificationPage = { items: Notification[]; next: string | null; unread: number }

/** GET /notifications. */
export const listNotifications = (after: string | null, signal?: AbortSignal) =>
  get<NotificationPage>('/notifications', { after }, signal)

/** POST /notifications/read: these, or all. */
export const readNotifications = (ids?: string[]) => post('/notifications/read', ids ? { ids } : {})
