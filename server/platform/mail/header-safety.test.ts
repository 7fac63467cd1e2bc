import fc from 'fast-check'
import MailComposer from 'nodemailer/lib/mail-composer'
import { expect, test } from 'vitest'
import { refusalOfHeader, safeMailbox, safeMessageId, safeReferences, safeSubject } from './header-safety.ts'
import { understandMail } from './understand-mail.ts'

type Words = { subject: string; name: string; ids: string[] }

async function composed({ subject, name, ids }: Words): Promise<Buffer> {
  const to = safeMailbox(name, 'ada@example.org') ?? { name: '', address: 'none@example.org' }
  const composer = new MailComposer({
    from: { name: 'Support', address: 'support@example.org' },
    to,
    subject: safeSubject(subject),
    references: safeReferences(ids).map(id => `<${id}>`),
    text: 'Body',
    messageId: '<1@example.org>',
    date: new Date(0),
  })
  return composer.compile().build()
}

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        'Bcc: x@y.example',
        '\r\n\r\n',
        'Ä',
        '漢',
        '😀',
        '\ud800',
        ' ',
        '\t',
        '"',
        '<',
        '>',
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
  fc.constantFrom(
    'x'.repeat(10_000),
    'ä'.repeat(10_000),
    ' '.repeat(10_000),
    '=?utf-8?B?DQpCY2M6IHhAeS5leGFtcGxl?=',
  ),
)

test('H9: whatever is typed, the mail has the fields that it should, in lines that any server takes', async () => {
  const words = fc.record({ subject: wild, name: wild, ids: fc.array(wild, { maxLength: 5 }) })
  await fc.assert(
    fc.asyncProperty(words, async typed => {
      const raw = (await composed(typed)).toString('latin1')
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
      const lines = head.split('\r\n')
      expect(lines.every(line => line.length <= 998 && /^[\t -~]*$/u.test(line))).toBe(true)
      const fields = lines
        .filter(line => !/^[ \t]/u.test(line))
        .map(line => line.split(':')[0]?.toLowerCase())
      expect(new Set(fields).size).toBe(fields.length)
      expect(fields).not.toContain('bcc')
      expect(raw.slice(raw.indexOf('\r\n\r\n')).trim()).toBe('Body')
    }),
    { numRuns: 500 },
  )
})

test('H9: words of people come back as they were sent', async () => {
  const { subject, to, references, senderVerified } = await understandMail(
    await composed({
      subject: 'Grüße 漢字 😀 "x" <y>',
      name: 'Dr. Ada, Löwe 😀',
      ids: ['<a@x.example>', 'b@x.example'],
    }),
  )
  expect(subject).toBe('Grüße 漢字 😀 "x" <y>')
  expect(to).toEqual([{ name: 'Dr. Ada, Löwe 😀', address: 'ada@example.org' }])
  expect(references).toEqual(['a@x.example', 'b@x.example'])
  expect(senderVerified).toBe(true)
})

test('H9: a subject is one line', () => {
  expect(safeSubject('Re:\r\nBcc: x@y.example\0 \ud800 end')).toBe('Re: Bcc: x@y.example � end')
  expect(safeSubject('x'.repeat(10_000))).toHaveLength(500)
})

test('H8 H9: a mailbox has a plain name and a sound address in ASCII, or there is none', () => {
  expect(safeMailbox('Ada\r\nBcc: x', 'ada@BÜCHER.example')).toEqual({
    name: 'Ada Bcc: x',
    address: 'ada@xn--bcher-kva.example',
  })
  expect(safeMailbox('ceo@bank.example', 'ada@example.org')).toEqual({ name: '', address: 'ada@example.org' })
  expect(safeMailbox('"Ada" <x>', 'ada@example.org')).toEqual({ name: 'Ada x', address: 'ada@example.org' })
  expect(safeMailbox('Ada \u202eevil', 'ada@example.org')?.name).toBe('Ada evil')
  for (const address of [
    'ada@example.org\r\nBcc: x@y.example',
    'ada@example.org, x@y.example',
    'ada',
    'a\0@x.example',
  ]) {
    expect(safeMailbox('Ada', address)).toBeNull()
  }
})

test('H9: an id goes out only as printable ASCII without brackets inside', () => {
  expect(safeMessageId('<1.a+b=c@x.example>')).toBe('1.a+b=c@x.example')
  for (const id of ['a b@x', 'a\r\n@x', '<a><b@x>', 'ä@x.example', '', '<>', `${'a'.repeat(300)}@x`]) {
    expect(safeMessageId(id)).toBeNull()
  }
  const many = Array.from({ length: 100 }, (_, n) => `${n}@x.example`)
  expect(safeReferences(many)).toEqual(['0@x.example', ...many.slice(71)])
})

test('H9: a header of our own is refused with its reason', () => {
  expect(refusalOfHeader('Auto-Submitted', 'auto-replied')).toBeNull()
  expect(refusalOfHeader('Auto-Submitted\r\nBcc', 'x')).toBe('bad name')
  expect(refusalOfHeader('X: Y', 'x')).toBe('bad name')
  expect(refusalOfHeader('X-A', 'a\r\nBcc: b')).toBe('control characters')
  expect(refusalOfHeader('X-A', 'a\0')).toBe('control characters')
  expect(refusalOfHeader('X-A', 'ä')).toBe('not ASCII')
  expect(refusalOfHeader('X-A', 'x'.repeat(1_000))).toBe('too long')
})
