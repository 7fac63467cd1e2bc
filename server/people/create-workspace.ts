import { randomBytes } from 'node:crypto'
import { hashOfPassword } from '#server/platform/auth/passwords.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import { findLogin, resetPassword } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { addPerson, type Proof } from './add-person.ts'
import { addCircle, addMembers } from './circle-store.ts'
import { listMemberships } from './membership-store.ts'
import { addWorkspace } from './workspace-store.ts'

/** A workspace to make, and who owns it. `email` is lower-case. */
export type NewWorkspace = { name: string; owner: { name: string; email: string; password: string } }

type Needs = Pick<Context, 'database' | 'clock'>

/**
 * Makes a workspace with its owner and the group “Everyone”. Everything else that a workspace starts with (the
 * desk, case types, settings) is added by the listeners of other rooms to `workspace.created` and `group.created`,
 * in the same transaction. An owner whose e-mail has a login keeps that login and its password, unless
 * it belongs to nobody any more. `guard` runs first inside the transaction and may refuse.
 */
export async function createWorkspace(
  ctx: Needs,
  workspace: NewWorkspace,
  guard: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<{ workspaceId: string; userId: string }> {
  const known = await proveOwner(ctx, workspace.owner)
  const workspaceId = newId()
  const userId = await ctx.database.write(workspaceId, async tx => {
    await guard(tx)
    if ('reset' in known) await resetPassword(tx.q, known.loginId, known.reset, tx.now)
    await addWorkspace(tx, workspace.name, randomBytes(32))
    const { name, email } = workspace.owner
    const ownerId = await addPerson(tx, { name, email, role: 'owner', proof: known, byId: null })
    tx.record({
      kind: 'workspace.created',
      actor: { kind: 'user', id: ownerId },
      data: { name: workspace.name },
    })
    await addFirstGroup(tx, ownerId)
    return ownerId
  })
  return { workspaceId, userId }
}

async function addFirstGroup(tx: Tx, ownerId: string): Promise<void> {
  const groupId = newId()
  await addCircle(tx, 'group', groupId, 'Everyone')
  await addMembers(tx, 'group', groupId, [ownerId])
  tx.record({
    kind: 'group.created',
    actor: { kind: 'user', id: ownerId },
    data: { groupId, name: 'Everyone', memberIds: [ownerId], first: true },
  })
}

/** The owner's login: a new one, the one they have, or one left over that gets the new password (A3). */
async function proveOwner(
  ctx: Needs,
  owner: NewWorkspace['owner'],
): Promise<Proof | { loginId: string; reset: string }> {
  const q = globalQueries(ctx.database)
  const login = await findLogin(q, owner.email)
  if (!login) return { passwordHash: await hashOfPassword(owner.password) }
  if ((await listMemberships(q, login.id)).length > 0) return { loginId: login.id }
  return { loginId: login.id, reset: await hashOfPassword(owner.password) }
}
