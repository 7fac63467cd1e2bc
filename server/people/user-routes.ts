import {
  changeMeShape,
  changeUserShape,
  meShape,
  oneShape,
  userPageShape,
  userShape,
  usersQueryShape,
} from '#domain/people/wire.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { changeMe } from './change-me.ts'
import { changeUser } from './change-user.ts'
import { nameAndId, pageOf } from './page.ts'
import { findOwnFacts, listUsers } from './user-store.ts'
import { meView, userView } from './view.ts'

/** Doors of /me and /users. */
export function userRoutes(ctx: Context, auth: Auth): Door[] {
  return [...ownDoors(ctx, auth), ...colleagueDoors(ctx)]
}

function ownDoors(ctx: Context, auth: Auth): Door[] {
  return [
    door({
      method: 'GET',
      path: '/me',
      resource: 'Me',
      summary: 'Who I am and what I may do (PR-03)',
      answer: meShape,
      async handle({ actor, request, reply }) {
        // Every visit of the browser begins here, so this is where a session in use is kept from ending.
        const { cookie, authorization } = request.headers
        const renewed = cookie && authorization === undefined ? await auth.renew(cookie) : []
        if (renewed.length > 0) reply.header('set-cookie', renewed)
        const facts = await ctx.database.read(actor.workspaceId, tx => findOwnFacts(tx, actor.userId))
        return meView(actor, facts)
      },
    }),
    door({
      method: 'PATCH',
      path: '/me',
      resource: 'Me',
      summary: 'Change my name or time zone',
      body: changeMeShape,
      answer: meShape,
      handle: ({ actor, body }) => changeMe(ctx, actor, body),
    }),
  ]
}

function colleagueDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/users',
      resource: 'Users',
      summary: 'People of the workspace, by name',
      query: usersQueryShape,
      answer: userPageShape,
      async handle({ actor, query }) {
        const after = nameAndId(query.after)
        const found = await ctx.database.read(actor.workspaceId, tx => listUsers(tx, query, after))
        const { rows, next } = pageOf(found, query.limit, row => [row.name, row.id])
        return { items: rows.map(userView), next }
      },
    }),
    door({
      method: 'PATCH',
      path: '/users/:id',
      resource: 'Users',
      summary: 'Change a person: name, role, own permissions, active',
      params: oneShape,
      body: changeUserShape,
      answer: userShape,
      handle: ({ actor, params, body }) => changeUser(ctx, actor, params.id, body),
    }),
  ]
}
