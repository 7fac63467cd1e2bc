import type { z } from 'zod'
import { type Actor, needs } from '#domain/people/actor.ts'
import type { changeCircleShape } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { accessCircle } from './access.ts'
import { insistOnMembers, orNameTaken } from './circle-members.ts'
import {
  addMembers,
  type Circle,
  type CircleKind,
  findUses,
  findWithoutReach,
  removeCircle,
  removeMembers,
  updateCircle,
} from './circle-store.ts'

/**
 * Changes a circle's name or replaces its members. Refuses NO_PERMISSION, TEAM_NOT_FOUND or GROUP_NOT_FOUND,
 * NAME_TAKEN, CONFLICT, USER_NOT_FOUND, USER_INACTIVE, and MEMBER_WITHOUT_ACCESS for new members who cannot
 * read any channel of the group (AX-14). `view` shows the present state in a conflict.
 */
export function changeCircle(
  ctx: Context,
  actor: Actor,
  kind: CircleKind,
  id: string,
  change: z.output<typeof changeCircleShape>,
  view: (circle: Circle) => unknown,
): Promise<Circle> {
  insist(needs(actor, 'people.manage'))
  const work = async (tx: Tx) => {
    const before = await accessCircle(tx, kind, id, 'for update')
    if (change.version !== undefined && change.version !== before.version) {
      throw new Refused('CONFLICT', { current: view(before) })
    }
    if (change.memberIds) await replaceMembers(tx, kind, before, change.memberIds)
    await updateCircle(tx, kind, id, change.name ?? before.name)
    const after = await accessCircle(tx, kind, id)
    tx.record({
      kind: `${kind}.changed`,
      actor: { kind: 'user', id: actor.userId },
      data: { [`${kind}Id`]: id, name: after.name, before: told(before), after: told(after) },
    })
    return after
  }
  return orNameTaken(kind, ctx.database.write(actor.workspaceId, work))
}

function told(circle: Circle) {
  return { name: circle.name, memberIds: circle.members.map(member => member.id) }
}

async function replaceMembers(tx: Tx, kind: CircleKind, circle: Circle, wanted: string[]): Promise<void> {
  const present = circle.members.map(member => member.id)
  const joining = wanted.filter(id => !present.includes(id))
  await insistOnMembers(tx, joining)
  if (kind === 'group') {
    const outside = await findWithoutReach(tx, circle.id, joining)
    if (outside.length > 0) throw new Refused('MEMBER_WITHOUT_ACCESS', { userIds: outside })
  }
  await addMembers(tx, kind, circle.id, joining)
  await removeMembers(
    tx,
    kind,
    circle.id,
    present.filter(id => !wanted.includes(id)),
  )
}

/** Deletes a circle that nothing uses. Refuses NO_PERMISSION, TEAM_NOT_FOUND or GROUP_NOT_FOUND, IN_USE naming by what. */
export function deleteCircle(ctx: Context, actor: Actor, kind: CircleKind, id: string): Promise<void> {
  insist(needs(actor, 'people.manage'))
  return ctx.database.write(actor.workspaceId, async tx => {
    const circle = await accessCircle(tx, kind, id, 'for update')
    const uses = await findUses(tx, kind, id)
    if (uses.cases || uses.channels.length > 0) throw new Refused('IN_USE', uses)
    await removeCircle(tx, kind, id)
    tx.record({
      kind: `${kind}.deleted`,
      actor: { kind: 'user', id: actor.userId },
      data: { [`${kind}Id`]: id, before: told(circle), after: null },
    })
  })
}
