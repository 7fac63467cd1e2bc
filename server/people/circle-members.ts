import type { Role } from '#domain/people/permissions.ts'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Refused } from '#server/platform/refusal.ts'
import type { CircleKind } from './circle-store.ts'
import { findPeople } from './user-store.ts'

/** The people who are to become members; refuses USER_NOT_FOUND and USER_INACTIVE, naming them. */
export async function insistOnMembers(tx: Tx, ids: readonly string[]): Promise<{ id: string; role: Role }[]> {
  const people = await findPeople(tx, ids)
  const missing = ids.filter(id => !people.some(one => one.id === id))
  if (missing.length > 0) throw new Refused('USER_NOT_FOUND', { userIds: missing })
  const inactive = people.filter(one => !one.active).map(one => one.id)
  if (inactive.length > 0) throw new Refused('USER_INACTIVE', { userIds: inactive })
  return people
}

/** Turns the broken uniqueness of a circle's name into NAME_TAKEN. */
export function orNameTaken<T>(kind: CircleKind, work: Promise<T>): Promise<T> {
  return work.catch(error => {
    throw brokenConstraint(error, `${kind}s_workspace_id_name_key`) ? new Refused('NAME_TAKEN') : error
  })
}
