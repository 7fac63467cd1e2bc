import { useQuery } from '@tanstack/react-query'
import { type Permission, permissionsOf, type Role, roles } from '#domain/people/permissions.ts'
import { mayChangeStanding, mayGive, type Standing } from '#domain/people/rights.ts'
import type { User } from '#domain/people/wire.ts'
import { directory } from '#web/platform/directory.ts'
import { sentenceOf } from '#web/platform/sentences.ts'
import { actorOf, useMe } from '#web/platform/session.ts'

/** What the one signed in may change about a person's rights, by the same rules as on the server. */
export function useRights(user: User) {
  const actor = actorOf(useMe())
  const users = useQuery(directory.users).data ?? []
  const owners = users.filter(one => one.role === 'owner' && one.active).length
  const held = permissionsOf(user.role, user.permissions)
  const before: Standing = { role: user.role, permissions: user.permissions, active: user.active }
  const refusal = (change: Partial<Standing>): string | null => {
    const verdict = mayChangeStanding(actor, before, { ...before, ...change }, owners)
    return verdict.ok ? null : sentenceOf(verdict.code, verdict.data)
  }
  const reach = (role: Role) => refusal(withRole(role, held)) === null
  const mayGiveOne = (permission: Permission) =>
    mayGive(actor, { role: 'custom', permissions: [permission] }).ok
  return {
    held,
    /** Why the person cannot become so; null if they can. */
    refusal,
    /** The roles to choose from, the present one among them. */
    roles: roles.filter(role => role === user.role || reach(role)),
    mayGiveOne,
  }
}

/** The rights that come with a role: whoever leaves one for `custom` starts with its permissions (AX-07). */
export function withRole(role: Role, held: readonly Permission[]) {
  return { role, permissions: role === 'custom' ? [...held] : [] }
}
