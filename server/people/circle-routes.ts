import type { z } from 'zod'
import type { Actor } from '#domain/people/actor.ts'
import {
  changeCircleShape,
  createCircleShape,
  groupPageShape,
  groupShape,
  oneShape,
  placeShape,
  teamPageShape,
  teamShape,
} from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { changeCircle, deleteCircle } from './change-circle.ts'
import { type Circle, type CircleKind, listCircles } from './circle-store.ts'
import { createCircle } from './create-circle.ts'
import { nameAndId, pageOf } from './page.ts'
import { groupView, teamView } from './view.ts'

/** Doors of /teams and /groups: the same doors for both kinds of circles. */
export function circleRoutes(ctx: Context): Door[] {
  return [
    ...doorsOf(ctx, {
      kind: 'team',
      place: { path: '/teams', resource: 'Teams' },
      one: teamShape,
      page: teamPageShape,
      view: (_actor, circle) => teamView(circle),
    }),
    ...doorsOf(ctx, {
      kind: 'group',
      place: { path: '/groups', resource: 'Groups' },
      one: groupShape,
      page: groupPageShape,
      view: groupView,
    }),
  ]
}

type Page<Item> = { items: Item[]; next: string | null }

type Shown<Item> = {
  kind: CircleKind
  place: { path: string; resource: string }
  one: z.ZodType<Item, Item>
  page: z.ZodType<Page<Item>, Page<Item>>
  view(actor: Actor, circle: Circle): Item
}

function doorsOf<Item>(ctx: Context, shown: Shown<Item>): Door[] {
  const { kind, place, view } = shown
  return [
    door({
      ...place,
      method: 'GET',
      summary: `The ${kind}s of the workspace, with their members`,
      query: placeShape,
      answer: shown.page,
      async handle({ actor, query }) {
        const after = nameAndId(query.after)
        const read = ctx.database.read(actor.workspaceId, tx => listCircles(tx, kind, query.limit, after))
        const { rows, next } = pageOf(await read, query.limit, row => [row.name, row.id])
        return { items: rows.map(row => view(actor, row)), next }
      },
    }),
    door({
      ...place,
      method: 'POST',
      summary: `Make a ${kind}`,
      body: createCircleShape,
      answer: shown.one,
      status: 201,
      handle: async ({ actor, body }) => view(actor, await createCircle(ctx, actor, kind, body)),
    }),
    ...doorsOfOne(ctx, shown),
  ]
}

function doorsOfOne<Item>(ctx: Context, { kind, place, one, view }: Shown<Item>): Door[] {
  const path = `${place.path}/:id`
  return [
    door({
      ...place,
      method: 'PATCH',
      path,
      summary: `Rename a ${kind}, or replace its members`,
      params: oneShape,
      body: changeCircleShape,
      answer: one,
      async handle({ actor, params, body }) {
        const show = (circle: Circle) => view(actor, circle)
        return show(await changeCircle(ctx, actor, kind, params.id, body, show))
      },
    }),
    door({
      ...place,
      method: 'DELETE',
      path,
      summary: `Delete a ${kind} that nothing uses`,
      params: oneShape,
      handle: ({ actor, params }) => deleteCircle(ctx, actor, kind, params.id),
    }),
  ]
}
