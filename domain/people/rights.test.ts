import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { type Permission, permissions, permissionsOf, type Role, roles } from './permissions.ts'
import { afterChange, mayChangeStanding, mayGive, type Standing } from './rights.ts'

function actorWith(role: Role, own: readonly Permission[] = []): Actor {
  return {
    workspaceId: '0198a000-0000-7000-8000-000000000001',
    userId: '0198a000-0000-7000-8000-000000000002',
    name: 'Ada',
    role,
    permissions: permissionsOf(role, own),
    channelLevels: {},
    memberOfChannels: [],
    teamIds: [],
    groupIds: [],
  }
}

const standing = (role: Role, own: Permission[] = [], active = true): Standing => ({
  role,
  permissions: own,
  active,
})

test.each<[Role, Permission[], Role, Permission[], boolean]>([
  ['owner', [], 'owner', [], true],
  ['admin', [], 'owner', [], false],
  ['admin', [], 'admin', [], true],
  ['admin', [], 'custom', ['permissions.manage'], true],
  ['custom', [...permissions], 'admin', [], false],
  ['custom', ['permissions.manage', 'cases.create'], 'creator', [], true],
  ['custom', ['permissions.manage', 'cases.create'], 'agent', [], false],
  ['custom', ['permissions.manage'], 'custom', ['cases.manage'], false],
  ['supervisor', [], 'agent', [], true],
])('Z13: %s %j gives %s %j: %s', (role, own, given, givenOwn, expected) => {
  expect(mayGive(actorWith(role, own), { role: given, permissions: givenOwn }).ok).toBe(expected)
})

test('Z13: nobody but an owner can give, in any combination, what they do not hold', () => {
  const some = fc.subarray([...permissions])
  fc.assert(
    fc.property(
      some,
      fc.constantFrom(...roles),
      some,
      fc.constantFrom(...roles.filter(one => one !== 'owner')),
      (own, given, givenOwn, role) => {
        const actor = actorWith(role, own)
        const verdict = mayGive(actor, { role: given, permissions: givenOwn })
        const more = permissionsOf(given, givenOwn).some(one => !actor.permissions.includes(one))
        if (more || given === 'owner')
          expect(verdict).toMatchObject({ ok: false, code: 'MORE_THAN_YOU_HOLD' })
      },
    ),
  )
})

test('PR-13: rights change with permissions.manage only, activity with people.manage only', () => {
  const keeper = actorWith('custom', ['people.manage', 'cases.create'])
  const giver = actorWith('custom', ['permissions.manage', 'cases.create'])
  const creator = standing('creator')
  const promoted = standing('custom', ['cases.create'])
  expect(mayChangeStanding(keeper, creator, promoted, 1)).toMatchObject({ code: 'NO_PERMISSION' })
  expect(mayChangeStanding(giver, creator, promoted, 1)).toEqual({ ok: true })
  expect(mayChangeStanding(keeper, creator, standing('creator', [], false), 1)).toEqual({ ok: true })
  expect(mayChangeStanding(giver, creator, standing('creator', [], false), 1)).toMatchObject({
    code: 'NO_PERMISSION',
  })
})

test('Z13: whoever stands higher cannot be demoted or shut out from below', () => {
  const admin = actorWith('admin')
  expect(mayChangeStanding(admin, standing('owner'), standing('viewer'), 2).ok).toBe(false)
  expect(mayChangeStanding(admin, standing('owner'), standing('owner', [], false), 2).ok).toBe(false)
})

test('LAST_OWNER: the last active owner stays owner and active', () => {
  const owner = actorWith('owner')
  for (const after of [standing('admin'), standing('owner', [], false)]) {
    expect(mayChangeStanding(owner, standing('owner'), after, 1)).toEqual({ ok: false, code: 'LAST_OWNER' })
    expect(mayChangeStanding(owner, standing('owner'), after, 2)).toEqual({ ok: true })
  }
})

test('AX-07: leaving a role for own permissions keeps those of the role until others are given', () => {
  expect(afterChange(standing('creator'), { role: 'custom' }).permissions).toEqual(['cases.create'])
  expect(afterChange(standing('creator'), { permissions: ['audit.view'] })).toEqual(
    standing('custom', ['audit.view']),
  )
  expect(afterChange(standing('custom', ['audit.view']), { role: 'viewer' })).toEqual(standing('viewer'))
})
