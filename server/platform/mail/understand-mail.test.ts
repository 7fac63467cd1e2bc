import { expect, test } from 'vitest'
import { understandMail } from './understand-mail.ts'

const understand = (...lines: string[]) => understandMail(Buffer.from(lines.join('\r\n'), 'utf8'))

test('IN-26: an ordinary mail, whole', async () => {
  const mail = await understand(
    'Return-Path: <ada@example.org>',
    'Delivered-To: support+AB12@docket.example',
    'Authentication-Results: mx.docket.example (v1); dkim=pass header.d=example.org',
    'From: "Lovelace, Ada" <Ada@Example.org>',
    'Reply-To: Team <team@example.org>',
    'To: Support <support@docket.example>, Group: a@x.example, b@x.example;',
    'Cc: c@x.example',
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
    '\taus Berlin',
    'Message-ID: <2.x@example.org>',
    'In-Reply-To: <1.x@docket.example>',
    'References: <0.x@docket.example> <1.x@docket.example>',
    'Date: Tue, 1 Jul 2025 10:52:37 +0200',
    '',
    'Hello',
  )
  expect(mail).toMatchObject({
    messageId: '2.x@example.org',
    inReplyTo: '1.x@docket.example',
    references: ['0.x@docket.example', '1.x@docket.example'],
    from: { name: 'Lovelace, Ada', address: 'Ada@example.org' },
    senderVerified: true,
    replyTo: [{ name: 'Team', address: 'team@example.org' }],
    to: [{ address: 'support@docket.example' }, { address: 'a@x.example' }, { address: 'b@x.example' }],
    cc: [{ name: '', address: 'c@x.example' }],
    deliveredTo: ['support+AB12@docket.example'],
    subject: 'Grüße aus Berlin',
    date: new Date('2025-07-01T08:52:37Z'),
    text: 'Hello\n',
    textFromHtml: false,
    html: null,
    attachments: [],
    automatic: { kind: 'no', why: '' },
    bounce: null,
    authenticationResults: [
      { authservId: 'mx.docket.example', text: 'mx.docket.example (v1); dkim=pass header.d=example.org' },
    ],
  })
  expect(mail.headers[3]).toEqual({ name: 'From', value: '"Lovelace, Ada" <Ada@Example.org>' })
})

test('I4: a mail without anything is still a mail', async () => {
  expect(await understand('')).toMatchObject({
    messageId: null,
    inReplyTo: null,
    references: [],
    from: null,
    senderDoubt: 'no From',
    subject: '',
    date: null,
    text: '',
    html: null,
  })
})

test('T5: every Authentication-Results field keeps the id of who wrote it, and is not believed', async () => {
  const { authenticationResults } = await understand(
    'Authentication-Results: (c) MX.Docket.example 1; spf=pass',
    'Authentication-Results: evil.example; dmarc=pass',
    '',
  )
  expect(authenticationResults.map(({ authservId }) => authservId)).toEqual([
    'mx.docket.example',
    'evil.example',
  ])
})

test('H13: NUL, controls and broken characters are gone from what is shown and stored', async () => {
  const mail = await understand('From: a@x.example', 'Subject: a\u0000b\u0007c', '', 'x\u0000y\u0008z\tend')
  expect(mail.subject).toBe('a b c')
  expect(mail.text).toBe('xyz\tend\n')
})

test('F7: text and HTML too long to show are kept whole as files', async () => {
  const long = await understand('Content-Type: text/plain', '', 'x'.repeat(2_100_000))
  expect(long.text).toHaveLength(2_000_000)
  expect(long.attachments).toMatchObject([{ name: 'whole-text.txt', size: 2_100_001 }])
  const page = await understand('Content-Type: text/html', '', `<p>${'y'.repeat(6_100_000)}`)
  expect(page.html).toHaveLength(6_000_000)
  expect(page.attachments).toMatchObject([{ name: 'whole-message.html', size: 6_100_004 }])
})

test('F7: the body of a multipart without its boundary is text', async () => {
  const mail = await understand('Content-Type: multipart/mixed; boundary=b', '', 'Words without parts')
  expect(mail.text).toContain('Words without parts')
})

test('F7: forwarded mail is a file with all its bytes, never mixed into the text', async () => {
  const inner = 'From: b@x.example\r\nSubject: Inner\r\n\r\nInner words\r\n'
  const mail = await understand(
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b\r\n\r\nOuter words',
    `--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}--b--`,
  )
  expect(mail.text.trim()).toBe('Outer words')
  expect(mail.attachments).toMatchObject([
    { name: 'message-1.eml', mediaType: 'message/rfc822', inline: false },
  ])
  expect(new TextDecoder().decode(mail.attachments[0]?.content)).toContain('Inner words')
})

test('F3: names of files are safe to show and to save', async () => {
  const named = async (name: string) => {
    const mail = await understand(
      `Content-Type: a/b; name="${name}"`,
      'Content-Disposition: attachment',
      '',
      'x',
    )
    return mail.attachments[0]?.name
  }
  expect(await named('../../etc/passwd')).toBe('passwd')
  expect(await named('C:\\\\Users\\\\x\\\\a.txt')).toBe('a.txt')
  expect(await named('a\u202efdp.exe')).toBe('afdp.exe')
  expect(await named('a\u200b\u200d.pdf')).toBe('a.pdf')
  expect(await named('CON.txt')).toBe('_CON.txt')
  expect(await named('.htaccess')).toBe('htaccess')
  expect(await named('a<b>|c?.txt')).toBe('a_b__c_.txt')
  expect(await named(`${'x'.repeat(5_000)}.pdf`)).toMatch(/^x{170,178}….pdf$/u)
  expect(await named('..')).toBe('file-1.bin')
  expect(await named('=?utf-8?B?w4Q=?=.pdf')).toBe('Ä.pdf')
})

test('F2: an unsound media type or content id is not passed on', async () => {
  const { attachments } = await understand('Content-Type: text/<script>', 'Content-ID: <a b>', '', 'x')
  expect(attachments).toMatchObject([{ mediaType: 'application/octet-stream', contentId: null }])
  const inline = await understand(
    'Content-Type: image/png',
    'Content-ID: <a@b>',
    'Content-Disposition: inline',
    '',
    'x',
  )
  expect(inline.attachments).toMatchObject([{ mediaType: 'image/png', contentId: 'a@b', inline: true }])
})

test.each([
  ['a byte order mark', '\ufeffFrom: a@x.example\r\nSubject: S\r\n\r\nHello'],
  ['blank lines first', '\r\n\r\nFrom: a@x.example\r\nSubject: S\r\n\r\nHello'],
  [
    'the line of an mbox file',
    'From a@x.example Mon Jan  1 00:00:00 2024\r\nFrom: a@x.example\r\nSubject: S\r\n\r\nHello',
  ],
  ['line ends of old Macs', 'From: a@x.example\rSubject: S\r\rHello'],
  ['no blank line before the body', 'From: a@x.example\r\nSubject: S\r\nHello there everybody'],
])('H1: a mail with %s is read', async (_, raw) => {
  const mail = await understandMail(Buffer.from(raw))
  expect(mail).toMatchObject({ from: { address: 'a@x.example' }, senderVerified: true, subject: 'S' })
  expect(mail.text).toMatch(/^Hello/u)
})

test('H1: text without any headers is text', async () => {
  const mail = await understand('Hello, this is', 'no mail at all.', '', 'Bye')
  expect(mail.text).toBe('Hello, this is\nno mail at all.\n\nBye\n')
})

test('T9: of many references the oldest and the newest stay; ids are cleaned', async () => {
  const ids = Array.from({ length: 500 }, (_, n) => `<${n}@x.example>`)
  const mail = await understand(
    `References: ${ids.join('\r\n ')}`,
    'In-Reply-To: words <a\r\n b@x.example> more',
    '',
  )
  expect(mail.references).toHaveLength(100)
  expect([mail.references[0], mail.references[1], mail.references[99]]).toEqual([
    '0@x.example',
    '401@x.example',
    '499@x.example',
  ])
  expect(mail.inReplyTo).toBe('ab@x.example')
  const circle = await understand(
    `References: ${'<a@x.example> <b@x.example> '.repeat(50)}`,
    'Message-ID: bare@x.example',
    '',
  )
  expect(circle.references).toEqual(['a@x.example', 'b@x.example'])
  expect(circle.messageId).toBe('bare@x.example')
  expect((await understand(`Message-ID: <${'x'.repeat(2_000)}@x.example>`, '')).messageId).toBeNull()
})
