import { expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import { permissionsOfRole, type Role } from '#domain/people/permissions.ts'
import type { CaseFacts } from './facts.ts'
import {
  mayChangeStatus,
  mayClaimCase,
  mayCreateCase,
  mayDeleteCase,
  mayReplyInCase,
  maySeeCase,
} from './permissions.ts'
import { caseSettingsShape } from './settings.ts'

const settings = caseSettingsShape.parse({})

function person(role: Exclude<Role, 'custom'>, more: Partial<Actor> = {}): Actor {
  return {
    workspaceId: 'w',
    userId: 'ada',
    name: 'Ada',
    role,
    permissions: permissionsOfRole[role],
    channelLevels: { mail: 'can_reply' },
    memberOfChannels: [],
    teamIds: ['support'],
    groupIds: [],
    ...more,
  }
}

function aCase(more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    number: 1,
    status: 'open',
    closeReason: null,
    channelId: 'mail',
    teamId: null,
    assigneeId: 'bob',
    assignedById: 'bob',
    collaboratorIds: [],
    careOrigin: false,
    createdAt: new Date(0),
    resolvedAt: null,
    closedAt: null,
    ...more,
  }
}

test.each([
  ['assigned to me', { assigneeId: 'ada' }, true],
  ['of my team', { teamId: 'support' }, true],
  ['I assigned', { assignedById: 'ada' }, true],
  ['I follow', { collaboratorIds: ['ada'] }, true],
  ['of others', {}, false],
  ['of another team', { teamId: 'sales' }, false],
] as const)('PR-14: an agent and a case %s', (_title, more, seen) => {
  expect(maySeeCase(person('agent'), aCase(more))).toBe(seen)
})

test('PR-14: cases of channels I belong to by name are mine to see', () => {
  expect(maySeeCase(person('agent', { memberOfChannels: ['mail'] }), aCase())).toBe(true)
})

test('PR-14 AX-15: whatever the case, a channel I may not read hides it', () => {
  expect(maySeeCase(person('agent', { channelLevels: {} }), aCase({ assigneeId: 'ada' }))).toBe(false)
  expect(maySeeCase(person('supervisor', { channelLevels: { mail: 'no_access' } }), aCase())).toBe(false)
})

test('PR-04 CL-10: a supervisor sees the cases of all', () => {
  expect(maySeeCase(person('supervisor'), aCase())).toBe(true)
})

test('PR-02 PR-15: who may only create sees no case, not even their own', () => {
  const creator = person('creator')
  expect(mayCreateCase(creator, 'mail').ok).toBe(true)
  expect(maySeeCase(creator, aCase({ assignedById: 'ada', assigneeId: 'ada' }))).toBe(false)
})

test('PR-01: a viewer cannot create', () => {
  expect(mayCreateCase(person('viewer'), 'mail')).toMatchObject({ ok: false, code: 'NO_PERMISSION' })
})

test('ST-07 D-03: only the assignee changes the status of a care case, unless the policy is relaxed', () => {
  const care = aCase({ careOrigin: true, teamId: 'support' })
  expect(mayChangeStatus(person('agent'), care, settings)).toMatchObject({ ok: false, code: 'NOT_ASSIGNED' })
  expect(mayChangeStatus(person('agent'), aCase({ careOrigin: true, assigneeId: 'ada' }), settings).ok).toBe(
    true,
  )
  expect(
    mayChangeStatus(person('agent'), care, caseSettingsShape.parse({ careStatusPolicy: 'manage' })).ok,
  ).toBe(true)
  expect(mayChangeStatus(person('agent'), aCase({ teamId: 'support' }), settings).ok).toBe(true)
})

test('AS-11 AS-13: a waiting case of my team can be claimed; an owned one or another team’s cannot', () => {
  const waiting = { status: 'new', assigneeId: null, assignedById: null } as const
  expect(mayClaimCase(person('agent'), aCase({ ...waiting, teamId: 'support' })).ok).toBe(true)
  expect(mayClaimCase(person('supervisor'), aCase({ ...waiting, teamId: 'sales' }))).toMatchObject({
    code: 'NOT_CLAIMABLE',
  })
  expect(mayClaimCase(person('agent'), aCase({ teamId: 'support' }))).toMatchObject({
    code: 'ALREADY_CLAIMED',
  })
})

test('AX-15: replying needs Can Reply on the channel', () => {
  const mine = aCase({ assigneeId: 'ada' })
  expect(mayReplyInCase(person('agent'), mine).ok).toBe(true)
  expect(mayReplyInCase(person('agent', { channelLevels: { mail: 'read_only' } }), mine)).toMatchObject({
    code: 'CHANNEL_ACCESS_TOO_LOW',
  })
})

test('CC-03 D-17: a closed case is reopened before it is answered', () => {
  expect(
    mayReplyInCase(person('agent'), aCase({ assigneeId: 'ada', status: 'resolved', closeReason: 'done' })),
  ).toMatchObject({ code: 'CASE_CLOSED' })
})

test('PR-16: agents may delete the cases they manage; whoever had that withdrawn may not', () => {
  const mine = aCase({ assigneeId: 'ada' })
  expect(mayDeleteCase(person('agent'), mine).ok).toBe(true)
  const withdrawn = person('agent', { role: 'custom', permissions: ['cases.manage', 'cases.create'] })
  expect(mayDeleteCase(withdrawn, mine)).toMatchObject({ code: 'NO_PERMISSION' })
})
