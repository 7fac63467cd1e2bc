import type { z } from 'zod'
import { type Actor, needs } from '#domain/people/actor.ts'
import type { createCircleShape } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { accessCircle } from './access.ts'
import { insistOnMembers, orNameTaken } from './circle-members.ts'
import { addCircle, addMembers, type Circle, type CircleKind } from './circle-store.ts'

/**
 * Makes a team or a group. Refuses NO_PERMISSION, NAME_TAKEN, USER_NOT_FOUND, USER_INACTIVE and, in groups,
 * MEMBER_WITHOUT_ACCESS for people without a role: the group's first channel will admit roles only (AX-14).
 */
export function createCircle(
  ctx: Context,
  actor: Actor,
  kind: CircleKind,
  input: z.output<typeof createCircleShape>,
): Promise<Circle> {
  insist(needs(actor, 'people.manage'))
  const work = async (tx: Tx) => {
    const people = await insistOnMembers(tx, input.memberIds)
    const outside = people.filter(one => one.role === 'custom').map(one => one.id)
    if (kind === 'group' && outside.length > 0) {
      throw new Refused('MEMBER_WITHOUT_ACCESS', { userIds: outside })
    }
    const id = newId()
    await addCircle(tx, kind, id, input.name)
    await addMembers(tx, kind, id, input.memberIds)
    tx.record({
      kind: `${kind}.created`,
      actor: { kind: 'user', id: actor.userId },
      data: { [`${kind}Id`]: id, name: input.name, memberIds: input.memberIds },
    })
    return accessCircle(tx, kind, id)
  }
  return orNameTaken(kind, ctx.database.write(actor.workspaceId, work))
}
