import { needs } from '#domain/people/actor.ts'
import {
  acceptInvitationShape,
  invitationPageShape,
  invitationShape,
  inviteShape,
  joinedShape,
  oneShape,
  placeShape,
} from '#domain/people/wire.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import type { Brake } from '#server/platform/auth/brake.ts'
import type { Context } from '#server/platform/context.ts'
import { readCursor } from '#server/platform/http/cursor.ts'
import { type Door, door, openDoor } from '#server/platform/http/door.ts'
import { hashOf } from '#server/platform/ids.ts'
import { insist } from '#server/platform/refusal.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { listInvitations } from './invitation-store.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { insistOnFewTries, originOf, tellOnce } from './origin.ts'
import { pageOf } from './page.ts'
import { invitationView } from './view.ts'

/** Doors of /invitations: for those who manage people, and the open door through which the invited come in. */
export function invitationRoutes(ctx: Context, auth: Auth, brake: Brake): Door[] {
  return [
    door({
      method: 'GET',
      path: '/invitations',
      resource: 'Invitations',
      summary: 'Invitations that can still be accepted, newest first',
      query: placeShape,
      answer: invitationPageShape,
      async handle({ actor, query }) {
        insist(needs(actor, 'people.manage'))
        const before = query.after === undefined ? null : String(readCursor(query.after, 1)[0])
        const read = ctx.database.read(actor.workspaceId, tx => listInvitations(tx, query.limit, before))
        const { rows, next } = pageOf(await read, query.limit, row => [row.id])
        return { items: rows.map(row => invitationView(row, null)), next }
      },
    }),
    door({
      method: 'POST',
      path: '/invitations',
      resource: 'Invitations',
      summary: 'Invite somebody; the answer has the link to hand over',
      body: inviteShape,
      answer: invitationShape,
      status: 201,
      handle({ actor, body, reply }) {
        tellOnce(reply)
        return invitePerson(ctx, actor, body)
      },
    }),
    door({
      method: 'DELETE',
      path: '/invitations/:id',
      resource: 'Invitations',
      summary: 'Withdraw an invitation',
      params: oneShape,
      handle: ({ actor, params }) => withdrawInvitation(ctx, actor, params.id),
    }),
    acceptDoor(ctx, auth, brake),
  ]
}

function acceptDoor(ctx: Context, auth: Auth, brake: Brake): Door {
  return openDoor({
    method: 'POST',
    path: '/invitations/accept',
    resource: 'Invitations',
    summary: 'Join with an invitation; signs in',
    body: acceptInvitationShape,
    answer: joinedShape,
    status: 201,
    async handle({ body, request, reply }) {
      insistOnFewTries(brake, `invitation ${request.ip} ${hashOf(body.token).toString('base64url')}`)
      const { joined, cookies } = await acceptInvitation(ctx, auth, body, originOf(request))
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      return joined
    },
  })
}
