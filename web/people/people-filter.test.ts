import { expect, test } from 'vitest'
import type { User } from '#domain/people/wire.ts'
import { filterPeople, readPeopleSearch } from './people-filter.ts'

const person = (name: string, more: Partial<User> = {}): User => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@example.com`,
  role: 'agent',
  permissions: [],
  active: true,
  teams: [],
  groups: [],
  worksCases: true,
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
  ...more,
})
const people = [
  person('Ana', { teams: [{ id: 't', name: 'Night shift' }] }),
  person('Ben', { role: 'supervisor' }),
  person('Cleo', { active: false, teams: [{ id: 't', name: 'Night shift' }] }),
]
const found = (search: Parameters<typeof filterPeople>[1]) =>
  filterPeople(people, search).map(user => user.name)

test('a list of people shows those who are active, those who are not, or all', () => {
  expect(found({})).toEqual(['Ana', 'Ben'])
  expect(found({ show: 'inactive' })).toEqual(['Cleo'])
  expect(found({ show: 'all' })).toEqual(['Ana', 'Ben', 'Cleo'])
})

test('every word looked for must stand in name, e-mail, role or team', () => {
  expect(found({ q: 'BEN@example' })).toEqual(['Ben'])
  expect(found({ q: 'supervisor' })).toEqual(['Ben'])
  expect(found({ q: 'shift an' })).toEqual(['Ana'])
  expect(found({ q: 'shift ben' })).toEqual([])
})

test('an address that makes no sense is read as nothing', () => {
  expect(readPeopleSearch({ q: 7, show: 'some' })).toEqual({})
  expect(readPeopleSearch({ q: 'ana', show: 'all', more: 1 })).toEqual({ q: 'ana', show: 'all' })
})
