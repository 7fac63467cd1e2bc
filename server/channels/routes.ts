import {
  changeChannelShape,
  channelAccessShape,
  channelPageShape,
  channelShape,
  createChannelShape,
} from '#domain/channels/wire.ts'
import { readableChannels } from '#domain/people/actor.ts'
import { rolesWithAllChannels } from '#domain/people/permissions.ts'
import { oneShape } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { accessChannel } from './access.ts'
import { changeChannel, deleteChannel } from './change-channel.ts'
import { createChannel } from './create-channel.ts'
import { openPasswords } from './passwords.ts'
import { readAccess, setAccess } from './set-access.ts'
import { listChannels } from './store.ts'
import { channelView } from './view.ts'

const resource = 'Channels'

/** Doors of /channels and their access lists. */
export function channelRoutes(ctx: Context): Door[] {
  return [...listDoors(ctx), ...doorsOfOne(ctx), ...accessDoors(ctx)]
}

function listDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/channels',
      resource,
      summary: 'The channels I can read',
      answer: channelPageShape,
      async handle({ actor }) {
        const ids = rolesWithAllChannels.includes(actor.role) ? null : readableChannels(actor)
        const rows = await ctx.database.read(actor.workspaceId, tx => listChannels(tx, ids))
        const items = rows.map(row => channelView(actor, row, openPasswords(ctx, row.secrets)))
        return { items, next: null }
      },
    }),
    door({
      method: 'POST',
      path: '/channels',
      resource,
      summary: 'Add a channel',
      body: createChannelShape,
      answer: channelShape,
      status: 201,
      handle: ({ actor, body }) => createChannel(ctx, actor, body),
    }),
  ]
}

function doorsOfOne(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/channels/:id',
      resource,
      summary: 'One channel',
      params: oneShape,
      answer: channelShape,
      async handle({ actor, params }) {
        const row = await ctx.database.read(actor.workspaceId, tx =>
          accessChannel(tx, actor, params.id, 'read_only'),
        )
        return channelView(actor, row, openPasswords(ctx, row.secrets))
      },
    }),
    door({
      method: 'PATCH',
      path: '/channels/:id',
      resource,
      summary: 'Change a channel; passwords can be written, never read',
      params: oneShape,
      body: changeChannelShape,
      answer: channelShape,
      handle: ({ actor, params, body }) => changeChannel(ctx, actor, params.id, body),
    }),
    door({
      method: 'DELETE',
      path: '/channels/:id',
      resource,
      summary: 'Delete a channel that has no active cases',
      params: oneShape,
      handle: ({ actor, params }) => deleteChannel(ctx, actor, params.id),
    }),
  ]
}

function accessDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/channels/:id/access',
      resource,
      summary: 'Who has which level on a channel',
      params: oneShape,
      answer: channelAccessShape,
      handle: ({ actor, params }) => readAccess(ctx, actor, params.id),
    }),
    door({
      method: 'PUT',
      path: '/channels/:id/access',
      resource,
      summary: 'Replace who has which level on a channel',
      params: oneShape,
      body: channelAccessShape,
      answer: channelAccessShape,
      handle: ({ actor, params, body }) => setAccess(ctx, actor, params.id, body),
    }),
  ]
}
