import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentHeader, keptType, mayShowInline } from './file-types.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg">')

test('F1: only pictures of four kinds are ever shown inside a message', () => {
  expect(mayShowInline(keptType('a.png', 'image/png', png))).toBe(true)
  expect(mayShowInline(keptType('a.svg', 'image/svg+xml', svg))).toBe(false)
  expect(mayShowInline(keptType('a.html', 'text/html', svg))).toBe(false)
  expect(mayShowInline('application/pdf')).toBe(false)
})

test.each([
  ['another declared type', 'a.png', 'image/gif', png],
  ['another ending', 'a.html', 'image/png', png],
  ['other bytes', 'a.png', 'image/png', svg],
])('F2: %s makes a file of unknown kind', (_what, name, declared, bytes) => {
  expect(keptType(name, declared, bytes)).toBe('application/octet-stream')
})

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\CON', 'C:_Windows_CON'],
  ['a\r\nSet-Cookie: x', 'a__Set-Cookie: x'],
  ['invoice\u202Egpj.exe', 'invoice_gpj.exe'],
  ['zero\u200Bwidth', 'zero_width'],
  ['nul\u0000byte', 'nul_byte'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
])('F3: a file called %j is offered as a plain name', (name, offered) => {
  const header = attachmentHeader(name)
  expect(header).toContain(`filename="${offered}"`)
})

test('F3: whatever a file is called, its header is one line of ASCII with one name of each kind', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
      const header = attachmentHeader(name)
      expect(header).toMatch(
        /^attachment; filename="[ !#-$&-[\]-~]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/u,
      )
      expect(header.length).toBeLessThan(4_000)
    }),
  )
})

test('F3: names in other scripts arrive whole', () => {
  expect(attachmentHeader('чек №5.pdf')).toContain(`filename*=UTF-8''${encodeURIComponent('чек №5.pdf')}`)
})
