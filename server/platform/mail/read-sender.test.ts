import fc from 'fast-check'
import { expect, test } from 'vitest'
import { understandMail } from './understand-mail.ts'
import type { SenderDoubt } from './understood-mail.ts'

/** A whole mail with these header lines before the body, as bytes. */
function mailWith(headers: string): Uint8Array {
  return Buffer.from(`To: support@example.org\r\n${headers}\r\nSubject: Help\r\n\r\nHello`, 'utf8')
}

async function senderOf(headers: string) {
  const { from, senderVerified, senderDoubt } = await understandMail(mailWith(headers))
  return { address: from?.address ?? null, name: from?.name ?? null, senderVerified, senderDoubt }
}

const b64 = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** Ways of writing one sender that every parser reads alike. */
const agreed: [string, string, string][] = [
  ['ada@example.com', 'ada@example.com', ''],
  ['<ada@example.com>', 'ada@example.com', ''],
  ['Ada Lovelace <ada@example.com>', 'ada@example.com', 'Ada Lovelace'],
  ['"Lovelace, Ada" <ada@example.com>', 'ada@example.com', 'Lovelace, Ada'],
  ['"Ada \\"Countess\\" L." <ada@example.com>', 'ada@example.com', 'Ada "Countess" L.'],
  ['ada@example.com (Ada Lovelace)', 'ada@example.com', 'Ada Lovelace'],
  [`${b64('Ada Löwe')} <ada@example.com>`, 'ada@example.com', 'Ada Löwe'],
  ['=?iso-8859-1?Q?J=F6rg_M=FCller?= <j.mueller@example.de>', 'j.mueller@example.de', 'Jörg Müller'],
  ['"ada@example.com" <ada@example.com>', 'ada@example.com', 'ada@example.com'],
  ['Ada\r\n <ada@example.com>', 'ada@example.com', 'Ada'],
  ['Ada <ada+case@example.com>', 'ada+case@example.com', 'Ada'],
  ['Ада <ada@пример.example>', 'ada@xn--e1afmkfd.example', 'Ада'],
  ['👩‍🚀 Ada <ada@example.com>', 'ada@example.com', '👩‍🚀 Ada'],
]

test.each(agreed)('T4: %j is one sender', async (value, address, name) => {
  expect(await senderOf(`From: ${value}`)).toEqual({ address, name, senderVerified: true, senderDoubt: null })
})

/** The golden table: evasion class, the header lines, the doubt, and the address shown next to it. */
const evasions: [string, string, SenderDoubt, string | null][] = [
  ['1 no From', 'Sender: ada@example.com', 'no From', null],
  ['2 empty From', 'From: ', 'empty From', null],
  ['2 empty brackets', 'From: Ada <>', 'empty From', null],
  ['3 two From fields', 'From: a@evil.example\r\nFrom: ceo@bank.example', 'multiple From', 'a@evil.example'],
  [
    '3 second From by space',
    'From: a@evil.example\r\nFrom : ceo@bank.example',
    'malformed header name',
    'a@evil.example',
  ],
  [
    '3 first From by nbsp',
    '\u00a0From: a@evil.example\r\nFrom: ceo@bank.example',
    'malformed header name',
    'ceo@bank.example',
  ],
  [
    '3 first From by NUL',
    '\u0000From: a@evil.example\r\nFrom: ceo@bank.example',
    'malformed header name',
    'ceo@bank.example',
  ],
  ['4 two mailboxes', 'From: a@evil.example, ceo@bank.example', 'multiple senders', 'a@evil.example'],
  ['4 by semicolon', 'From: a@evil.example; ceo@bank.example', 'multiple senders', 'a@evil.example'],
  ['5 group', 'From: Staff: ceo@bank.example, a@evil.example;', 'group syntax', 'ceo@bank.example'],
  ['5 empty group', 'From: Undisclosed:;', 'group syntax', null],
  [
    '6 address in name',
    'From: "ceo@bank.example" <a@evil.example>',
    'address in display name',
    'a@evil.example',
  ],
  [
    '6 address and words',
    'From: "Ann via ceo@bank.example" <a@evil.example>',
    'address in display name',
    'a@evil.example',
  ],
  [
    '6 full-width at',
    'From: "ceo\uff20bank.example" <a@evil.example>',
    'address in display name',
    'a@evil.example',
  ],
  [
    '7 encoded name',
    `From: ${b64('ceo@bank.example')} <a@evil.example>`,
    'address in display name',
    'a@evil.example',
  ],
  [
    '7 encoded brackets',
    `From: ${b64('Ceo <ceo@bank.example>')} <a@evil.example>`,
    'address in display name',
    'a@evil.example',
  ],
  [
    '7 encoded line break',
    `From: ${b64('Ceo\r\nBcc: x@y.example')} <a@evil.example>`,
    'address in display name',
    'a@evil.example',
  ],
  ['8 encoded sender', `From: ${b64('Ceo <ceo@bank.example>')}`, 'encoded address', 'ceo@bank.example'],
  ['8 encoded address', 'From: <=?utf-8?Q?ceo=40bank.example?=@evil.example>', 'encoded address', null],
  [
    '9 address in comment',
    'From: Ceo (ceo@bank.example) <a@evil.example>',
    'address in comment',
    'a@evil.example',
  ],
  ['9 name comment', 'From: a@evil.example (ceo@bank.example)', 'address in display name', 'a@evil.example'],
  ['10 comment in address', 'From: <ceo@bank.example(>a@evil.example)>', 'malformed address', null],
  ['10 comment inside', 'From: <ceo(x)@bank.example>', 'comment in address', null],
  ['10 unclosed comment', 'From: ceo@bank.example (a@evil.example', 'malformed address', 'ceo@bank.example'],
  ['11 NUL', 'From: ceo@bank.example\u0000 <a@evil.example>', 'control characters', 'a@evil.example'],
  ['11 other control', 'From: Ceo\u0008 <a@evil.example>', 'control characters', 'a@evil.example'],
  ['12 bare CR', 'From: a@evil.example\rFrom: ceo@bank.example', 'bare line break', 'ceo@bank.example'],
  [
    '12 bare CR in Subject',
    'Subject: x\rFrom: ceo@bank.example\r\nFrom: a@evil.example',
    'bare line break',
    'a@evil.example',
  ],
  ['13 blank fold', 'X-A: 1\r\n \t\r\nFrom: a@evil.example', 'blank line in headers', 'a@evil.example'],
  ['14 two brackets', 'From: <ceo@bank.example> <a@evil.example>', 'malformed address', 'ceo@bank.example'],
  ['14 nested brackets', 'From: <<ceo@bank.example>a@evil.example>', 'malformed address', 'ceo@bank.example'],
  ['14 words after', 'From: <a@evil.example> ceo@bank.example', 'malformed address', 'a@evil.example'],
  ['14 unclosed bracket', 'From: Ceo <ceo@bank.example', 'malformed address', 'ceo@bank.example'],
  ['14 unclosed quote', 'From: "Ceo <ceo@bank.example>', 'malformed address', null],
  ['15 two at signs', 'From: <ceo@bank.example@evil.example>', 'malformed address', null],
  ['15 no at sign', 'From: MAILER-DAEMON', 'malformed address', null],
  ['15 domain literal', 'From: <ceo@[192.0.2.1]>', 'malformed address', null],
  ['15 folded address', 'From: ceo@bank\r\n .example', 'malformed address', null],
  ['16 quoted local part', 'From: "ceo@bank.example"@evil.example', 'quoted local part', null],
  ['16 in brackets', 'From: <"ceo@bank.example "@evil.example>', 'quoted local part', null],
  ['17 source route', 'From: <@bank.example:a@evil.example>', 'source route', null],
  ['17 percent', 'From: <ceo%bank.example@evil.example>', 'source route', 'ceo%bank.example@evil.example'],
  ['17 bang path', 'From: <bank.example!ceo@evil.example>', 'source route', 'bank.example!ceo@evil.example'],
  ['18 zero width', 'From: <ceo@ba\u200bnk.example>', 'invisible characters', null],
  [
    '18 reversed name',
    'From: "\u202eelpmaxe.knab" <a@evil.example>',
    'invisible characters',
    'a@evil.example',
  ],
  ['19 mixed scripts', 'From: <ceo@b\u0430nk.example>', 'lookalike characters', 'ceo@xn--bnk-6cd.example'],
  [
    '19 mixed scripts, encoded',
    'From: <ceo@xn--bnk-6cd.example>',
    'lookalike characters',
    'ceo@xn--bnk-6cd.example',
  ],
  ['20 overlong', `From: ${'x'.repeat(3_000)} <a@evil.example>`, 'overlong From', null],
]

test.each(evasions)('T4: class %s leaves the sender unverified', async (_, headers, senderDoubt, address) => {
  const sender = await senderOf(headers)
  expect(sender).toMatchObject({ senderVerified: false, senderDoubt, address })
  expect(sender.name ?? '').not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
})

test('T4: a sender is verified only where it is plainly the one address that was written', async () => {
  const pieces = [
    'a@evil.example',
    'ceo@bank.example',
    '<',
    '>',
    '"',
    '(',
    ')',
    ',',
    ';',
    ':',
    '@',
    ' ',
    '\\',
    '\t',
  ]
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map(parts => parts.join(''))
  await fc.assert(
    fc.asyncProperty(value, async from => {
      const { senderVerified, address } = await senderOf(`From: ${from}`)
      if (!senderVerified) return true
      const other = address === 'a@evil.example' ? 'ceo@bank.example' : 'a@evil.example'
      return address !== null && from.includes(address) && !from.includes(other)
    }),
    { numRuns: 3_000 },
  )
})
