import type { Tx } from '#server/platform/db/tx.ts'
import { Refused } from '#server/platform/refusal.ts'
import { type Circle, type CircleKind, findCircle } from './circle-store.ts'
import { findUser, type ShownUser } from './user-store.ts'

/** A person of the workspace; refuses USER_NOT_FOUND. `lock` holds them for a change. */
export async function accessUser(tx: Tx, id: string, lock: 'for update' | '' = ''): Promise<ShownUser> {
  const user = await findUser(tx, id, lock)
  if (!user) throw new Refused('USER_NOT_FOUND')
  return user
}

/** A team or group; refuses TEAM_NOT_FOUND or GROUP_NOT_FOUND. `lock` holds it for a change. */
export async function accessCircle(
  tx: Tx,
  kind: CircleKind,
  id: string,
  lock: 'for update' | '' = '',
): Promise<Circle> {
  const circle = await findCircle(tx, kind, id, lock)
  if (!circle) throw new Refused(kind === 'team' ? 'TEAM_NOT_FOUND' : 'GROUP_NOT_FOUND')
  return circle
}
