import { z } from 'zod'
import { inboxCountsShape, inboxPageShape, inboxQueryShape } from '#domain/inbox/wire.ts'
import { idShape } from '#domain/kernel/shapes.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { completeMessage } from './complete-message.ts'
import { quarantineDoors } from './quarantine-routes.ts'
import { countInbox, readInbox } from './read-inbox.ts'

const byId = z.object({ id: idShape })

/** The doors of the inbox (DESIGN §6). */
export function inboxRoutes(ctx: Context): Door[] {
  return [...readDoors(ctx), ...completionDoors(ctx), ...quarantineDoors(ctx)]
}

function readDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/inbox/messages',
      resource: 'Inbox',
      summary: 'Messages that came in, the latest first; those dealt with are left out unless asked for',
      query: inboxQueryShape,
      answer: inboxPageShape,
      handle: ({ actor, query }) => readInbox(ctx, actor, query),
    }),
    door({
      method: 'GET',
      path: '/inbox/counts',
      resource: 'Inbox',
      summary: 'How many messages wait and how many mails lie in quarantine, counted up to a cap',
      answer: inboxCountsShape,
      handle: ({ actor }) => countInbox(ctx, actor),
    }),
  ]
}

function completionDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'PUT',
      path: '/messages/:id/completion',
      resource: 'Messages',
      summary: 'Mark a message as dealt with; its case stays what it is',
      params: byId,
      handle: ({ actor, params }) => completeMessage(ctx, actor, params.id, true),
    }),
    door({
      method: 'DELETE',
      path: '/messages/:id/completion',
      resource: 'Messages',
      summary: 'Take that back',
      params: byId,
      handle: ({ actor, params }) => completeMessage(ctx, actor, params.id, false),
    }),
  ]
}
