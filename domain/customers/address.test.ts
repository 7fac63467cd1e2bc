import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressKey,
  addressParts,
  isPlausibleAddress,
  normaliseAddress,
  sameAddress,
  tokenFor,
} from './address.ts'

test.each([
  ['Ada.Lovelace@Example.ORG', 'Ada.Lovelace@example.org'],
  ['  ada@example.org ', 'ada@example.org'],
  ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
  ['josé@example.org', 'josé@example.org'],
  ["o'brien+tag@example.co.uk", "o'brien+tag@example.co.uk"],
  ['john..doe.@docomo.example', 'john..doe.@docomo.example'],
  ['reply+AGFH3C4KQ2XZ7YWN5M6T8R9PBVLD1S2E3F4G5H6J7K8L9MNBVCXZ@reply.example.com', undefined],
])('IN-27: the address %s is kept as one form', (typed, kept) => {
  expect(normaliseAddress(typed)).toBe(kept ?? typed)
  expect(isPlausibleAddress(typed)).toBe(true)
})

test.each([
  '',
  '@example.org',
  'ada@',
  'ada',
  'ada@localhost',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@0x7f.1',
  'ada@example..org',
  'ada@-example.org',
  'ada@exa mple.org',
  'ada@example.org/path',
  'ada@example.org:25',
  'ada b@example.org',
  '"ada"@example.org',
  'ada@evil.org@example.org',
  'ada,bob@example.org',
  '<ada@example.org>',
  'ada\u0000@example.org',
  'ada\r\nBcc: bob@example.org',
  'ada\u200b@example.org',
  'ada\u202e@example.org',
  'ada\ud800@example.org',
  `${'a'.repeat(250)}@example.org`,
  `ada@${'a'.repeat(64)}.org`,
])('T4: %j is no address', text => {
  expect(normaliseAddress(text)).toBeNull()
  expect(isPlausibleAddress(text)).toBe(false)
})

test('CV-18: two spellings of a mailbox are the same customer, two mailboxes are not', () => {
  expect(sameAddress('ADA@Example.org', 'ada@example.ORG')).toBe(true)
  expect(sameAddress('jose\u0301@example.org', 'jos\u00e9@example.org')).toBe(true)
  expect(sameAddress('ada@bücher.example', 'ada@xn--bcher-kva.example')).toBe(true)
  expect(sameAddress('ada@example.org', 'ada+tag@example.org')).toBe(false)
  expect(sameAddress('ada@example.org', 'ada@example.com')).toBe(false)
  expect(sameAddress('nonsense', 'nonsense')).toBe(false)
})

test('T1: a plus-address gives its token only for its own mailbox', () => {
  expect(addressParts('Support+Ab9@Example.org')).toEqual({
    local: 'Support+Ab9',
    base: 'Support',
    token: 'Ab9',
    domain: 'example.org',
  })
  expect(tokenFor('support@example.org', 'SUPPORT+Ab9@example.org')).toBe('Ab9')
  expect(tokenFor('support@example.org', 'support@example.org')).toBeNull()
  expect(tokenFor('support@example.org', 'support+@example.org')).toBeNull()
  expect(tokenFor('support@example.org', 'sales+Ab9@example.org')).toBeNull()
  expect(tokenFor('support@example.org', 'support+Ab9@example.com')).toBeNull()
  expect(tokenFor('support@example.org', '+Ab9@example.org')).toBeNull()
})

test('T4: normalising never throws and twice is once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), text => {
      const once = normaliseAddress(text)
      if (once === null) return addressKey(text) === null
      return normaliseAddress(once) === once && addressKey(once) === addressKey(text)
    }),
    { numRuns: 2_000 },
  )
})
