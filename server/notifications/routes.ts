import { z } from 'zod'
import type { NotificationKind } from '#domain/notifications/kinds.ts'
import { notificationPageShape, readNotificationsShape } from '#domain/notifications/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { readCursor, writeCursor } from '#server/platform/http/cursor.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { countUnread, listNotifications, markRead } from './store.ts'

const pageSize = 30

/** The doors of one's own alerts. */
export function notificationRoutes(ctx: Context): Door[] {
  return [listDoor(ctx), readDoor(ctx)]
}

function listDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/notifications',
    resource: 'Notifications',
    summary: 'Your alerts, newest first, and how many are unread (at most 100)',
    query: z.strictObject({ after: z.string().max(400).optional() }),
    answer: notificationPageShape,
    handle: async ({ actor, query }) => {
      const [at, id] = query.after ? readCursor(query.after, 2) : [null, null]
      const before = at && id ? { at: String(at), id: String(id) } : null
      const [rows, unread] = await ctx.database.read(actor.workspaceId, tx =>
        Promise.all([
          listNotifications(tx, actor.userId, before, pageSize + 1),
          countUnread(tx, actor.userId),
        ]),
      )
      const shown = rows.slice(0, pageSize)
      const last = shown.at(-1)
      const next =
        rows.length > pageSize && last ? writeCursor([last.created_at.toISOString(), last.id]) : null
      return { items: shown.map(notificationView), next, unread }
    },
  })
}

function readDoor(ctx: Context): Door {
  return door({
    method: 'POST',
    path: '/notifications/read',
    resource: 'Notifications',
    summary: 'Mark alerts as read: these, or all',
    body: readNotificationsShape,
    handle: ({ actor, body }) =>
      ctx.database.write(actor.workspaceId, tx => markRead(tx, actor.userId, body.ids)),
  })
}

type Listed = Awaited<ReturnType<typeof listNotifications>>[number]

function notificationView(row: Listed) {
  return {
    id: row.id,
    kind: row.kind as NotificationKind,
    case:
      row.number === null || row.status === null
        ? null
        : { number: row.number, subject: row.subject ?? '', status: row.status },
    actorName: row.actor_name,
    excerpt: row.excerpt,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}
