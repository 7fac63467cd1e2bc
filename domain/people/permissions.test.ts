import { expect, test } from 'vitest'
import { type AccessLevel, accessLevels, higher, reaches } from './access-level.ts'
import { type Actor, needs, needsLevel, readableChannels } from './actor.ts'
import { permissionsOf, permissionsOfRole, roles } from './permissions.ts'

const channel = '0198a000-0000-7000-8000-0000000000c1'

function actorAt(level: AccessLevel | undefined): Actor {
  return {
    workspaceId: '0198a000-0000-7000-8000-000000000001',
    userId: '0198a000-0000-7000-8000-000000000002',
    name: 'Ada',
    role: 'creator',
    permissions: permissionsOf('creator', []),
    channelLevels: level ? { [channel]: level } : {},
    memberOfChannels: [],
    teamIds: [],
    groupIds: [],
  }
}

test('AX-14: levels ascend from No Access over Read Only, Needs Approval and Can Reply to Full', () => {
  expect(accessLevels).toEqual(['no_access', 'read_only', 'needs_approval', 'can_reply', 'full'])
  for (const [at, level] of accessLevels.entries()) {
    for (const [wantedAt, wanted] of accessLevels.entries()) {
      expect(reaches(level, wanted)).toBe(at >= wantedAt)
      expect(higher(level, wanted)).toBe(accessLevels[Math.max(at, wantedAt)])
    }
  }
  expect(reaches(undefined, 'read_only')).toBe(false)
})

test('AX-15: reading needs Read Only, replying needs Can Reply', () => {
  expect(needsLevel(actorAt('read_only'), channel, 'read_only').ok).toBe(true)
  expect(needsLevel(actorAt('needs_approval'), channel, 'can_reply')).toMatchObject({
    code: 'CHANNEL_ACCESS_TOO_LOW',
  })
  expect(needsLevel(actorAt(undefined), channel, 'read_only').ok).toBe(false)
  expect(readableChannels(actorAt('no_access'))).toEqual([])
  expect(readableChannels(actorAt('read_only'))).toEqual([channel])
})

test('PR-01, PR-02: creating can be given alone; viewing, updating and deleting need their own rights', () => {
  const creator = actorAt('read_only')
  expect(needs(creator, 'cases.create').ok).toBe(true)
  for (const right of ['cases.manage', 'cases.delete', 'cases.viewAll'] as const) {
    expect(needs(creator, right)).toMatchObject({ code: 'NO_PERMISSION', data: { permission: right } })
  }
})

test('PR-13: every built-in role holds what it is described with', () => {
  expect(roles).toEqual([
    'owner',
    'admin',
    'supervisor',
    'agent',
    'creator',
    'community_agent',
    'viewer',
    'custom',
  ])
  expect(permissionsOfRole.owner).toEqual(permissionsOfRole.admin)
  expect(permissionsOfRole.viewer).toEqual([])
  expect(permissionsOfRole.creator).toEqual(['cases.create'])
  expect(permissionsOfRole.agent).not.toContain('cases.viewAll')
  expect(permissionsOfRole.supervisor).toEqual(
    expect.arrayContaining([...permissionsOfRole.agent, 'cases.viewAll']),
  )
})

test('AX-07: own permissions count for nobody who has a role', () => {
  expect(permissionsOf('viewer', ['cases.delete'])).toEqual([])
  expect(permissionsOf('custom', ['cases.delete'])).toEqual(['cases.delete'])
})
