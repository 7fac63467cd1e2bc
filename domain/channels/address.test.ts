import { expect, test } from 'vitest'
import { normalAddress, possibleAddresses } from './address.ts'

test('CH-06: a mail with a token behind the plus belongs to the channel in front of it', () => {
  expect(possibleAddresses('Desk+ABC123@Example.ORG')).toEqual([
    'desk+abc123@example.org',
    'desk@example.org',
  ])
  expect(possibleAddresses('desk@example.org')).toEqual(['desk@example.org'])
})

test('a channel whose own address has a plus is found before the one without', () => {
  expect(possibleAddresses('desk+de+token@example.org')).toEqual([
    'desk+de+token@example.org',
    'desk+de@example.org',
    'desk@example.org',
  ])
})

test('what is no address belongs to nobody, and a thousand plus signs are not tried one by one', () => {
  expect(possibleAddresses('@example.org')).toEqual([])
  expect(possibleAddresses('nobody')).toEqual([])
  expect(possibleAddresses(`a${'+b'.repeat(1_000)}@example.org`).length).toBeLessThanOrEqual(9)
})

test('addresses are compared without spaces and in lower case', () => {
  expect(normalAddress('  Desk@Example.org ')).toBe('desk@example.org')
})
