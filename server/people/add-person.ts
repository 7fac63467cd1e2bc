import type { Role } from '#domain/people/permissions.ts'
import { createLogin } from '#server/platform/auth/store.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { addMembership } from './membership-store.ts'
import { addUser } from './user-store.ts'

/** Who somebody is: the login they have, or the hash of the password of the one they get. */
export type Proof = { loginId: string } | { passwordHash: string }

/**
 * Makes a person of the workspace with their login and membership; gives their id. Recorded as `user.created`.
 * An e-mail that has a login already breaks the constraint login_email.
 */
export async function addPerson(
  tx: Tx,
  person: { name: string; email: string; role: Role; proof: Proof; byId: string | null },
): Promise<string> {
  const id = newId()
  await addUser(tx, { id, name: person.name, email: person.email, role: person.role })
  const loginId =
    'loginId' in person.proof
      ? person.proof.loginId
      : await createLogin(tx.q, { ...person, passwordHash: person.proof.passwordHash, now: tx.now })
  await addMembership(tx.q, { loginId, workspaceId: tx.workspaceId, userId: id })
  tx.record({
    kind: 'user.created',
    actor: person.byId ? { kind: 'user', id: person.byId } : { kind: 'user', id },
    data: { userId: id, name: person.name, email: person.email, role: person.role },
  })
  return id
}
