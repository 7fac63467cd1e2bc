import type { z } from 'zod'
import type { Actor } from '#domain/people/actor.ts'
import type { changeMeShape, Me } from '#domain/people/wire.ts'
import type { Context } from '#server/platform/context.ts'
import { Invalid } from '#server/platform/refusal.ts'
import { accessUser } from './access.ts'
import { findOwnFacts, updateUser } from './user-store.ts'
import { meView } from './view.ts'

/** Changes one's own name or time zone. Invalid for a zone that does not exist. */
export function changeMe(ctx: Context, actor: Actor, change: z.output<typeof changeMeShape>): Promise<Me> {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
    throw new Invalid('timeZone', 'This time zone is not known. Use a name such as Europe/Berlin.')
  }
  return ctx.database.write(actor.workspaceId, async tx => {
    const user = await accessUser(tx, actor.userId, 'for update')
    const before = { name: user.name, timeZone: user.time_zone }
    const after = { name: change.name ?? before.name, timeZone: change.timeZone ?? before.timeZone }
    if (after.name !== before.name || after.timeZone !== before.timeZone) {
      await updateUser(tx, actor.userId, { name: after.name, time_zone: after.timeZone })
      tx.record({
        kind: 'user.changed',
        actor: { kind: 'user', id: actor.userId },
        data: { userId: actor.userId, name: after.name, before, after },
      })
    }
    return meView({ ...actor, name: after.name }, await findOwnFacts(tx, actor.userId))
  })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
