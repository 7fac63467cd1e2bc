import type { z } from 'zod'
import { mayGive } from '#domain/people/rights.ts'
import type { acceptInvitationShape } from '#domain/people/wire.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import { hashOfPassword, isPassword } from '#server/platform/auth/passwords.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import { findLogin } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { hashOf } from '#server/platform/ids.ts'
import { Refused } from '#server/platform/refusal.ts'
import { addPerson, type Proof } from './add-person.ts'
import { addMembers, findCircles, findWithoutReach } from './circle-store.ts'
import { findCode, useCode } from './code-store.ts'
import { findActor } from './find-actor.ts'
import { findInvitation, markAccepted, type OpenInvitation } from './invitation-store.ts'
import type { Origin } from './origin.ts'
import type { SignedIn } from './set-up.ts'
import { emailIsTaken, findWorkspaceName } from './user-store.ts'

type Input = z.output<typeof acceptInvitationShape>

/**
 * The invited person joins and is signed in. Somebody who has a login from another workspace keeps it and has
 * to give its password. Refuses INVITATION_GONE (used, withdrawn, over, or no longer covered by the rights of
 * whoever sent it), INVALID_PASSWORD, EMAIL_TAKEN.
 */
export async function acceptInvitation(
  ctx: Context,
  auth: Auth,
  input: Input,
  origin: Origin,
): Promise<SignedIn> {
  const hash = hashOf(input.token)
  const { workspaceId, invitation } = await findWhatIsPromised(ctx, hash)
  const proof = await prove(ctx, invitation.email, input.password)
  const workspace = await ctx.database
    .write(workspaceId, async tx => {
      if (!(await useCode(tx.q, 'invitation', hash, tx.now))) throw new Refused('INVITATION_GONE')
      if (await emailIsTaken(tx, invitation.email)) throw new Refused('EMAIL_TAKEN')
      await join(tx, invitation, input.name, proof)
      return findWorkspaceName(tx)
    })
    .catch(error => {
      throw brokenConstraint(error, 'login_email') ? new Refused('EMAIL_TAKEN') : error
    })
  const { email } = invitation
  const signedIn = await auth.signIn({ email, password: input.password, workspaceId, ...origin })
  return {
    joined: { workspace: { id: workspaceId, name: workspace }, signedIn: signedIn.complete },
    cookies: signedIn.cookies,
  }
}

async function findWhatIsPromised(
  ctx: Context,
  hash: Buffer,
): Promise<{ workspaceId: string; invitation: OpenInvitation }> {
  const code = await findCode(globalQueries(ctx.database), 'invitation', hash, ctx.clock.now())
  const { workspaceId, invitationId } = code ?? {}
  if (!workspaceId || !invitationId) throw new Refused('INVITATION_GONE')
  const invitation = await ctx.database.read(workspaceId, async tx => {
    const found = await findInvitation(tx, invitationId)
    const inviter = found ? await findActor(tx, { userId: found.invited_by_id }) : null
    return inviter && mayGive(inviter, { role: found!.role, permissions: [] }).ok ? found : null
  })
  if (!invitation) throw new Refused('INVITATION_GONE')
  return { workspaceId, invitation }
}

async function prove(ctx: Context, email: string, password: string): Promise<Proof> {
  const login = await findLogin(globalQueries(ctx.database), email)
  if (!login?.passwordHash) return { passwordHash: await hashOfPassword(password) }
  if (!(await isPassword(login.passwordHash, password))) throw new Refused('INVALID_PASSWORD')
  return { loginId: login.id }
}

async function join(tx: Tx, invitation: OpenInvitation, name: string, proof: Proof): Promise<void> {
  const { email, role } = invitation
  const userId = await addPerson(tx, { name, email, role, proof, byId: null })
  await markAccepted(tx, invitation.id)
  for (const teamId of await findCircles(tx, 'team', invitation.team_ids)) {
    await addMembers(tx, 'team', teamId, [userId])
  }
  for (const groupId of await findCircles(tx, 'group', invitation.group_ids)) {
    if ((await findWithoutReach(tx, groupId, [userId])).length > 0) continue
    await addMembers(tx, 'group', groupId, [userId])
  }
  tx.record({
    kind: 'invitation.accepted',
    actor: { kind: 'user', id: userId },
    data: { invitationId: invitation.id, userId, name, invitedById: invitation.invited_by_id },
  })
}
