import { expect, test } from 'vitest'
import { keepsPassword, type MailServer } from './server.ts'

const server: MailServer = { host: 'imap.example.org', port: 993, secure: true, user: 'desk' }

test.each<[string, Partial<MailServer>, boolean]>([
  ['nothing', {}, true],
  ['the case of the host', { host: 'IMAP.example.org' }, true],
  ['the host', { host: 'imap.attacker.example' }, false],
  ['the user', { user: 'other' }, false],
  ['the port', { port: 1143 }, false],
  ['the protection', { secure: false }, false],
])('O5: changing %s %j keeps the password: %s', (_what, change, kept) => {
  expect(keepsPassword(server, { ...server, ...change })).toBe(kept)
})

test('O5: a first server has no password to keep; adding protection loses none', () => {
  expect(keepsPassword(null, server)).toBe(false)
  expect(keepsPassword({ ...server, secure: false }, server)).toBe(true)
})
