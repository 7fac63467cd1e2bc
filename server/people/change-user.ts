import type { z } from 'zod'
import { type Actor, needs } from '#domain/people/actor.ts'
import { afterChange, mayChangeStanding, type Standing, sameRights } from '#domain/people/rights.ts'
import type { changeUserShape, User } from '#domain/people/wire.ts'
import { endSessions } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Invalid, insist, Refused } from '#server/platform/refusal.ts'
import { accessUser } from './access.ts'
import { findLoginOf } from './membership-store.ts'
import { removeTokensOf } from './token-store.ts'
import { lockOwners, type ShownUser, updateUser } from './user-store.ts'
import { userView } from './view.ts'

type Change = z.output<typeof changeUserShape>

/**
 * Changes a colleague's name, rights or activity. Refuses USER_NOT_FOUND, NO_PERMISSION, MORE_THAN_YOU_HOLD,
 * LAST_OWNER, CONFLICT. Whoever loses or gains rights has to sign in anew, and their API tokens end (A5).
 */
export function changeUser(ctx: Context, actor: Actor, id: string, change: Change): Promise<User> {
  if (change.permissions && change.role !== undefined && change.role !== 'custom') {
    throw new Invalid('permissions', 'Only the role “custom” takes permissions of its own.')
  }
  return ctx.database.write(actor.workspaceId, async tx => {
    const activeOwners = await lockOwners(tx)
    const user = await accessUser(tx, id, 'for update')
    if (change.version !== undefined && change.version !== user.version) {
      throw new Refused('CONFLICT', { current: userView(user) })
    }
    const before: Standing = { role: user.role, permissions: user.permissions, active: user.active }
    const after = afterChange(before, change)
    if (change.name !== undefined && change.name !== user.name) insist(needs(actor, 'people.manage'))
    insist(mayChangeStanding(actor, before, after, activeOwners))
    const name = change.name ?? user.name
    if (name === user.name && sameRights(before, after) && before.active === after.active) {
      return userView(user)
    }
    await updateUser(tx, id, { name, ...after, permissions: [...after.permissions] })
    if (!sameRights(before, after) || !after.active) await endAccess(tx, id)
    recordChange(tx, actor, user, { name, ...after })
    return userView(await accessUser(tx, id))
  })
}

/** Ends every session and API token of a person in this workspace (A5). */
async function endAccess(tx: Tx, userId: string): Promise<void> {
  const loginId = await findLoginOf(tx.q, tx.workspaceId, userId)
  if (loginId) await endSessions(tx.q, loginId, tx.workspaceId)
  await removeTokensOf(tx.q, tx.workspaceId, userId)
}

/** An event with what was before and after, of what changed alone. */
function recordChange(tx: Tx, actor: Actor, user: ShownUser, after: Standing & { name: string }): void {
  const before: Record<string, unknown> = {}
  const changed: Record<string, unknown> = {}
  for (const key of ['name', 'role', 'permissions', 'active'] as const) {
    if (JSON.stringify(user[key]) === JSON.stringify(after[key])) continue
    before[key] = user[key]
    changed[key] = after[key]
  }
  tx.record({
    kind: 'user.changed',
    actor: { kind: 'user', id: actor.userId },
    data: { userId: user.id, name: after.name, before, after: changed },
  })
}
