import { all, no, type Verdict, yes } from '#domain/kernel/verdict.ts'
import { type Actor, holds, needs } from './actor.ts'
import { type Permission, permissionsOf, type Role, rolesWithAllChannels } from './permissions.ts'
import type { PeopleRefusal } from './refusals.ts'

/** What decides what a person may do; `permissions` are their own, which count for the role `custom` only. */
export type Rights = { role: Role; permissions: readonly Permission[] }

/**
 * May the actor give somebody these rights, or take them away? Owners may give all; nobody else gives what they do
 * not hold, makes an owner, or gives all channels without having them (Z13).
 */
export function mayGive(actor: Actor, rights: Rights): Verdict<PeopleRefusal> {
  if (actor.role === 'owner') return yes
  if (rights.role === 'owner') return no('MORE_THAN_YOU_HOLD', { role: 'owner' })
  if (rolesWithAllChannels.includes(rights.role) && !rolesWithAllChannels.includes(actor.role)) {
    return no('MORE_THAN_YOU_HOLD', { role: rights.role })
  }
  const missing = permissionsOf(rights.role, rights.permissions).filter(one => !holds(actor, one))
  return missing.length === 0 ? yes : no('MORE_THAN_YOU_HOLD', { permissions: missing })
}

/** A person as far as rights are concerned. */
export type Standing = Rights & { active: boolean }

/** The person as a change asks for them: giving permissions one by one means the role `custom` (AX-07). */
export function afterChange(
  before: Standing,
  change: {
    role?: Role | undefined
    permissions?: readonly Permission[] | undefined
    active?: boolean | undefined
  },
): Standing {
  const role = change.role ?? (change.permissions ? 'custom' : before.role)
  const permissions = role === 'custom' ? (change.permissions ?? ownFrom(before)) : []
  return { role, permissions, active: change.active ?? before.active }
}

/** Whoever leaves a role for permissions of their own starts with those of the role. */
function ownFrom(before: Rights): readonly Permission[] {
  return permissionsOf(before.role, before.permissions)
}

/** Do two people's rights differ? */
export function sameRights(one: Rights, other: Rights): boolean {
  const key = (rights: Rights) => [rights.role, ...[...rights.permissions].sort()].join(' ')
  return key(one) === key(other)
}

/**
 * May the actor change a person from `before` to `after`? Rights need permissions.manage and are bounded by
 * the actor's own, in both directions; being active needs people.manage; one active owner always remains.
 */
export function mayChangeStanding(
  actor: Actor,
  before: Standing,
  after: Standing,
  activeOwners: number,
): Verdict<PeopleRefusal> {
  const rightsChange = !sameRights(before, after)
  const activeChanges = before.active !== after.active
  if (!rightsChange && !activeChanges) return yes
  return all<PeopleRefusal>(
    rightsChange ? needs(actor, 'permissions.manage') : yes,
    activeChanges ? needs(actor, 'people.manage') : yes,
    mayGive(actor, before),
    mayGive(actor, after),
    leavesAnOwner(before, after, activeOwners),
  )
}

function leavesAnOwner(before: Standing, after: Standing, activeOwners: number): Verdict<PeopleRefusal> {
  const was = before.role === 'owner' && before.active
  const stays = after.role === 'owner' && after.active
  return was && !stays && activeOwners <= 1 ? no('LAST_OWNER') : yes
}
