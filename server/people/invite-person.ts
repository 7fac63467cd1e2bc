import type { z } from 'zod'
import { after, DAY } from '#domain/kernel/moments.ts'
import { type Actor, needs } from '#domain/people/actor.ts'
import { mayGive } from '#domain/people/rights.ts'
import type { Invitation, inviteShape } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { hashOf, newId } from '#server/platform/ids.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { type CircleKind, findCircles, findOnlyGroup } from './circle-store.ts'
import { addCode } from './code-store.ts'
import { addInvitation, findInvitation, removeInvitation, removeInvitationsFor } from './invitation-store.ts'
import { invitationLink, invitationToken } from './invitation-token.ts'
import { emailIsTaken } from './user-store.ts'
import { invitationView } from './view.ts'

const life = 7 * DAY

/**
 * Invites somebody: a link that works once, for seven days (A4). Refuses NO_PERMISSION, MORE_THAN_YOU_HOLD,
 * EMAIL_TAKEN, TEAM_NOT_FOUND, GROUP_NOT_FOUND. An earlier invitation of the same address is withdrawn.
 */
export function invitePerson(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof inviteShape>,
): Promise<Invitation> {
  insist(needs(actor, 'people.manage'))
  insist(mayGive(actor, { role: input.role, permissions: [] }))
  return ctx.database.write(actor.workspaceId, async tx => {
    if (await emailIsTaken(tx, input.email)) throw new Refused('EMAIL_TAKEN')
    await insistOnCircles(tx, 'team', input.teamIds)
    await insistOnCircles(tx, 'group', input.groupIds)
    await removeInvitationsFor(tx, input.email)
    const id = newId()
    const expiresAt = after(tx.now, life)
    const only = input.groupIds.length === 0 ? await findOnlyGroup(tx) : null
    await addInvitation(tx, {
      id,
      email: input.email,
      name: input.name ?? null,
      role: input.role,
      teamIds: input.teamIds,
      groupIds: only ? [only] : input.groupIds,
      invitedById: actor.userId,
      expiresAt,
    })
    const hash = hashOf(invitationToken(ctx, id))
    await addCode(tx.q, {
      hash,
      purpose: 'invitation',
      expiresAt,
      workspaceId: tx.workspaceId,
      invitationId: id,
    })
    tx.record({
      kind: 'invitation.created',
      actor: { kind: 'user', id: actor.userId },
      data: { invitationId: id, email: input.email, name: input.name ?? null, role: input.role },
    })
    return invitationView((await findInvitation(tx, id))!, invitationLink(ctx, id))
  })
}

async function insistOnCircles(tx: Tx, kind: CircleKind, ids: string[]): Promise<void> {
  const found = await findCircles(tx, kind, ids)
  const missing = ids.filter(id => !found.includes(id))
  if (missing.length > 0) {
    throw new Refused(kind === 'team' ? 'TEAM_NOT_FOUND' : 'GROUP_NOT_FOUND', { ids: missing })
  }
}

/** Withdraws an open invitation. Refuses NO_PERMISSION, INVITATION_NOT_FOUND. */
export function withdrawInvitation(ctx: Context, actor: Actor, id: string): Promise<void> {
  insist(needs(actor, 'people.manage'))
  return ctx.database.write(actor.workspaceId, async tx => {
    const invitation = await findInvitation(tx, id)
    if (!invitation) throw new Refused('INVITATION_NOT_FOUND')
    await removeInvitation(tx, id)
    tx.record({
      kind: 'invitation.withdrawn',
      actor: { kind: 'user', id: actor.userId },
      data: { invitationId: id, email: invitation.email },
    })
  })
}
