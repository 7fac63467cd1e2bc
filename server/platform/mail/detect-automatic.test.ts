import { expect, test } from 'vitest'
import { corpusMails, corpusMissing } from '#tests/faults/mail-corpus.ts'
import { understandMail } from './understand-mail.ts'

const understand = (head: string, body = 'Hello, my order is late.') =>
  understandMail(Buffer.from(`From: Ada <ada@example.org>\r\n${head}\r\n\r\n${body}`))

test.each([
  ['Auto-Submitted: auto-replied', 'auto-replied'],
  ['Auto-Submitted: auto-generated (by cron); x=y', 'auto-generated'],
  ['Auto-Submitted: auto-notified', 'auto-generated'],
  ['X-Autoreply: yes', 'auto-replied'],
  ['X-Autorespond: Away', 'auto-replied'],
  ['Precedence: auto_reply', 'auto-replied'],
  ['Precedence: Bulk', 'bulk'],
  ['Precedence: list', 'bulk'],
  ['Precedence: junk', 'bulk'],
  ['List-Id: <l.example.org>', 'bulk'],
  ['List-Unsubscribe: <mailto:x@y.example>', 'bulk'],
  ['X-Auto-Response-Suppress: All', 'auto-generated'],
  ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'auto-generated'],
  ['Return-Path: <>', 'auto-generated'],
  ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b', 'auto-generated'],
  ['Subject: Automatic reply: Your order', 'auto-replied'],
  ['Subject: Out of office', 'auto-replied'],
  ['Subject: =?utf-8?Q?Abwesenheitsnotiz=3A_Urlaub?=', 'auto-replied'],
  ['Subject: 自动回复: 订单', 'auto-replied'],
  ['X-Failed-Recipients: bob@example.net', 'bounce'],
])('L2: %s means %s', async (header, kind) => {
  expect((await understand(header)).automatic.kind).toBe(kind)
})

test.each([
  'Auto-Submitted: no',
  'Auto-Submitted: No (person)',
  'X-Auto-Response-Suppress: None',
  'Precedence: first-class',
  'Return-Path: <ada@example.org>',
  'Subject: Autoreply does not work',
  'Subject: Office hours',
  'Subject: Undelivered parcel 12345',
  'Subject: Re: Undelivered Mail Returned to Sender',
  'Subject: Fwd: failure notice',
  'Subject: Delivery of my order',
  'Subject: Mail from your shop',
  'Subject: Postmaster asked me to write',
])('L4: a person who writes "%s" is no machine', async header => {
  expect((await understand(header)).automatic).toEqual({ kind: 'no', why: '' })
})

test('L4: words of a failed delivery in the mail of a person do not hide it', async () => {
  const body =
    'I got this: "550 5.1.1 user unknown, your message could not be delivered to the following address".'
  expect((await understand('Subject: Your mail to me bounced', body)).automatic.kind).toBe('no')
})

test('L4: a bounce tells which mail failed and for whom', async () => {
  const { automatic, bounce } = await understandMail(
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.example.net',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b\r\n\r\nThis is the mail system.\r\n',
        '--b\r\nContent-Type: message/delivery-status\r\n',
        'Reporting-MTA: dns; mx.example.net\r\n',
        'Final-Recipient: rfc822; Bob@Example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        'Original-Recipient: rfc822;<eve@example.net>\r\nAction: delayed\r\nStatus: 4.4.1\r\n',
        '--b\r\nContent-Type: message/rfc822\r\n',
        'Message-ID: <reply.1@docket.example>\r\nSubject: Re: Order\r\n\r\nHello\r\n--b--',
      ].join('\r\n'),
    ),
  )
  expect(automatic).toEqual({ kind: 'bounce', why: 'delivery report' })
  expect(bounce).toEqual({
    originalMessageId: 'reply.1@docket.example',
    recipients: [
      { address: 'Bob@example.net', failure: 'permanent', status: '5.1.1' },
      { address: 'eve@example.net', failure: 'delayed', status: '4.4.1' },
    ],
  })
})

test('L4: a bounce without a report still names the mail in its text', async () => {
  const { bounce } = await understandMail(
    Buffer.from(
      'From: MAILER-DAEMON\r\nSubject: failure notice\r\nX-Failed-Recipients: bob@example.net, x\r\n\r\n' +
        'Hi. This is the qmail-send program.\r\n\r\n> Message-ID: <reply.2@docket.example>\r\n',
    ),
  )
  expect(bounce).toEqual({
    originalMessageId: 'reply.2@docket.example',
    recipients: [{ address: 'bob@example.net', failure: 'unknown', status: null }],
  })
})

/** What of the bounce collection is none: replies of absent people, a plain mail, a receipt, two mails passed on. */
const noBounce = /rfc3834|is-not-bounce|lhost-amazonses-13|lhost-sendmail-14|make-test-36/u
const bounces = corpusMails().filter(({ name }) => name.startsWith('sisimai/'))
const others = corpusMails().filter(
  ({ name }) => !name.startsWith('sisimai/') && !/multipart_report|mimepart_without/u.test(name),
)

test.skipIf(bounces.length === 0)(
  `L4: 99 of 100 real bounces are recognised${bounces.length === 0 ? ` (${corpusMissing})` : ''}`,
  async () => {
    const missed: string[] = []
    for (const { name, raw } of bounces.filter(mail => !noBounce.test(mail.name))) {
      if ((await understandMail(raw)).automatic.kind !== 'bounce') missed.push(name)
    }
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(bounces.length / 100)
  },
)

test.skipIf(others.length === 0)(
  `L4: no other mail passes for a bounce${others.length === 0 ? ` (${corpusMissing})` : ''}`,
  async () => {
    for (const { name, raw } of [...others, ...bounces.filter(mail => noBounce.test(mail.name))]) {
      expect((await understandMail(raw)).automatic.kind, name).not.toBe('bounce')
    }
  },
)
