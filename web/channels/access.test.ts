import { expect, test } from 'vitest'
import type { AccessEntry } from '#domain/channels/wire.ts'
import { levelOf, listedRoles, withLevel } from './access.ts'

const agent = { kind: 'role', role: 'agent' } as const
const ana = { kind: 'user', userId: 'a' } as const
const ben = { kind: 'user', userId: 'b' } as const
const entries: AccessEntry[] = [
  { subject: agent, level: 'can_reply' },
  { subject: ana, level: 'full' },
]

test('AX-14: who has no entry has No Access, and an entry counts for its own subject only', () => {
  expect(levelOf(entries, agent)).toBe('can_reply')
  expect(levelOf(entries, ana)).toBe('full')
  expect(levelOf(entries, ben)).toBe('no_access')
  expect(levelOf(entries, { kind: 'role', role: 'viewer' })).toBe('no_access')
})

test('AX-14: a level replaces the one before in its place, a new subject comes last, null takes one out', () => {
  expect(withLevel(entries, agent, 'read_only')).toEqual([{ subject: agent, level: 'read_only' }, entries[1]])
  expect(withLevel(entries, ben, 'read_only')).toEqual([...entries, { subject: ben, level: 'read_only' }])
  expect(withLevel(entries, agent, null)).toEqual([entries[1]])
  expect(entries).toHaveLength(2)
})

test('PR-04: owners and admins stand in no list, because they reach every channel', () => {
  expect(listedRoles).not.toContain('owner')
  expect(listedRoles).not.toContain('admin')
  expect(listedRoles).toContain('agent')
})
