import { expect, test } from 'vitest'
import { changeOf, fieldsOf, needsPassword, withSecurity } from './mail-server.ts'

const known = { host: 'imap.example.com', port: 993, secure: true, user: 'support', passwordSet: true }

test('other encryption brings its usual port, but never replaces one that was chosen', () => {
  const fresh = fieldsOf('smtp', null)
  expect(withSecurity('smtp', fresh, false)).toMatchObject({ secure: false, port: 587 })
  expect(withSecurity('smtp', withSecurity('smtp', fresh, false), true)).toMatchObject({ port: 465 })
  expect(withSecurity('imap', { ...fresh, port: 10993 }, false)).toMatchObject({ port: 10993 })
})

test('O5: a password that is set must be typed again for another server, port or user, or less protection', () => {
  const same = fieldsOf('imap', known)
  expect(needsPassword(same, known)).toBe(false)
  expect(needsPassword({ ...same, host: ' IMAP.example.com ' }, known)).toBe(false)
  expect(needsPassword({ ...same, port: 143 }, known)).toBe(true)
  expect(needsPassword({ ...same, secure: false }, known)).toBe(true)
  expect(needsPassword({ ...same, host: 'imap.example.net' }, known)).toBe(true)
  expect(needsPassword({ ...same, user: 'other' }, known)).toBe(true)
  expect(needsPassword({ ...same, host: 'imap.example.net' }, { ...known, passwordSet: false })).toBe(false)
})

test('O5: the password that is set is never sent back, and an untouched one is left out', () => {
  expect(fieldsOf('imap', known).password).toBe('')
  expect(changeOf(fieldsOf('imap', known))).not.toHaveProperty('password')
  expect(changeOf({ ...fieldsOf('imap', known), password: 'new' })).toMatchObject({ password: 'new' })
})
