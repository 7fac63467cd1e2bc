import { z } from 'zod'
import { frameQueryShape } from '#domain/conversations/wire.ts'
import { idShape } from '#domain/kernel/shapes.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door, openDoor } from '#server/platform/http/door.ts'
import { frameMessage } from './frame-message.ts'
import { openFile, openShownFile } from './open-file.ts'
import { openRawMessage } from './open-raw.ts'
import { serveForeign } from './serve-bytes.ts'

const byId = z.object({ id: idShape })

/** The doors through which bytes of strangers go out. */
export function fileDoors(ctx: Context): Door[] {
  return [frameDoor(ctx), rawDoor(ctx), downloadDoor(ctx), shownDoor(ctx)]
}

function frameDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/messages/:id/frame',
    resource: 'Messages',
    summary: 'The formatted version of a message, as a document for a sandboxed frame',
    params: byId,
    query: frameQueryShape,
    status: 200,
    handle: async ({ actor, params, query, reply }) => {
      const frame = await frameMessage(ctx, actor, params.id, query.images === '1')
      reply.headers(frame.headers)
      return frame.document
    },
  })
}

function rawDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/messages/:id/raw',
    resource: 'Messages',
    summary: 'A message that came in, exactly as it came',
    params: byId,
    status: 200,
    handle: async ({ actor, params, reply }) => {
      const raw = await openRawMessage(ctx, actor, params.id)
      serveForeign(reply, raw)
      return raw.body
    },
  })
}

function downloadDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/files/:id',
    resource: 'Files',
    summary: 'Download a file of a message',
    params: byId,
    status: 200,
    handle: async ({ actor, params, reply }) => {
      const { row, bytes } = await openFile(ctx, actor, params.id)
      serveForeign(reply, { name: row.name, mediaType: row.media_type, size: row.size })
      return bytes
    },
  })
}

function shownDoor(ctx: Context): Door {
  return openDoor({
    method: 'GET',
    path: '/files/:id/shown/:ticket',
    resource: 'Files',
    summary:
      'A picture inside a message, for the frame that shows it; its address is given out for five minutes',
    params: byId.extend({ ticket: z.string().max(200) }),
    status: 200,
    handle: async ({ params, reply }) => {
      const { row, bytes } = await openShownFile(ctx, params.id, params.ticket)
      serveForeign(reply, { name: row.name, mediaType: row.media_type, size: row.size }, 'shown')
      return bytes
    },
  })
}
