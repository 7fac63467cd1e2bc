/**
 * Mails made to stop whoever reads them (D4, T9): deep, wide, long or ambiguous. Each is built when it is
 * asked for. Sizes are in characters of ASCII, so also in bytes.
 */
export type MimeBomb = { name: string; build: () => string }

const head =
  'From: a@evil.example\r\nTo: help@example.com\r\nSubject: Bomb\r\nMessage-ID: <bomb@evil.example>\r\n'
const plain = `${head}\r\nHello\r\n`
const million = 1_000_000

function headers(...lines: string[]): string {
  return `${head}${lines.join('\r\n')}\r\n\r\nHello\r\n`
}

function html(content: string): string {
  return `${head}Content-Type: text/html; charset=utf-8\r\n\r\n${content}`
}

function text(content: string, type = 'text/plain'): string {
  return `${head}Content-Type: ${type}\r\n\r\n${content}`
}

function encoded(encoding: string, content: string): string {
  return `${head}Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}`
}

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, level) => {
    return `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`
  })
  return `${head}${open.join('')}\r\nHello\r\n`
}

function parts(count: number, part: string): string {
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\n${part}\r\n`.repeat(count)}--b--\r\n`
}

/** Mails inside mails, each the only content of the one around it. */
function mailsInMails(depth: number): string {
  return `${`${head}Content-Type: message/rfc822\r\n\r\n`.repeat(depth)}${plain}`
}

function base64MailsInMails(depth: number): string {
  let mail = plain
  for (let level = 0; level < depth; level += 1) {
    mail = `${head}Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(mail)}`
  }
  return mail
}

function manyBoundaries(count: number): string {
  const open = Array.from(
    { length: count },
    () => 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
  ).join('')
  return `${head}${open}${'--xx\r\n'.repeat(100_000)}`
}

export const mimeBombs: readonly MimeBomb[] = [
  { name: '200 multiparts deep', build: () => nested(200) },
  { name: '300 multiparts deep, past the limit', build: () => nested(300) },
  { name: '20,000 multiparts deep', build: () => nested(20_000) },
  { name: '10,000 parts', build: () => parts(10_000, 'Content-Type: image/png\r\n\r\nx') },
  { name: '50,000 empty parts', build: () => parts(50_000, '') },
  { name: '10,000 text parts', build: () => parts(10_000, 'Content-Type: text/html\r\n\r\n<p>x') },
  {
    name: '100,000 headers',
    build: () => headers(Array.from({ length: 100_000 }, (_, n) => `X-${n}: y`).join('\r\n')),
  },
  { name: 'one header of 5 million', build: () => headers(`X-Long: ${'x'.repeat(5 * million)}`) },
  { name: 'headers past the limit', build: () => headers(`X-Long: ${'x'.repeat(34 * million)}`) },
  { name: 'one header folded 200,000 times', build: () => headers(`X-Fold: a${'\r\n b'.repeat(200_000)}`) },
  {
    name: 'References with 200,000 ids',
    build: () =>
      headers(`References:${Array.from({ length: 200_000 }, (_, n) => ` <${n}@evil.example>`).join('\r\n')}`),
  },
  { name: 'References that never close', build: () => headers(`References: ${'<'.repeat(2 * million)}`) },
  {
    name: 'Subject of 100,000 encoded words',
    build: () => headers(`Subject: ${'=?utf-8?B?w6Q=?= '.repeat(100_000)}`),
  },
  {
    name: 'Subject of broken encoded words',
    build: () => headers(`Subject: ${'=?utf-8?Q?=C3?='.repeat(100_000)}`),
  },
  { name: 'Subject of word openings', build: () => headers(`Subject: ${'=?utf-8?Q?'.repeat(200_000)}`) },
  {
    name: '10,000 unknown charsets',
    build: () => headers(Array.from({ length: 10_000 }, (_, n) => `X: =?c${n}?Q?x?=`).join('\r\n')),
  },
  {
    name: 'From of a million quotes',
    build: () => `From: ${'"'.repeat(million)} <a@evil.example>\r\n\r\nHello`,
  },
  { name: 'From of nested comments', build: () => `From: ${'('.repeat(500_000)}a@evil.example\r\n\r\nHello` },
  { name: 'From of nested groups', build: () => `From: ${'a:'.repeat(100_000)};\r\n\r\nHello` },
  { name: 'From of angle brackets', build: () => `From: ${'<'.repeat(500_000)}\r\n\r\nHello` },
  { name: 'To with 100,000 addresses', build: () => headers(`To: ${'a@evil.example, '.repeat(100_000)}`) },
  { name: '256 mails inside mails', build: () => mailsInMails(256) },
  { name: '12 mails inside mails in base64', build: () => base64MailsInMails(12) },
  {
    name: 'digest of 10,000 mails',
    build: () => parts(10_000, '\r\nFrom: b@evil.example\r\n\r\nx').replace('mixed', 'digest'),
  },
  {
    name: '20 million of base64',
    build: () => encoded('base64', `${'QUJD'.repeat(19)}\r\n`.repeat(256_000)),
  },
  { name: 'base64 in one line', build: () => encoded('base64', 'QUJD'.repeat(2 * million)) },
  { name: 'base64 padded at every step', build: () => encoded('base64', 'QQ=='.repeat(million)) },
  {
    name: 'quoted-printable of equals signs',
    build: () => encoded('quoted-printable', '='.repeat(10 * million)),
  },
  {
    name: 'quoted-printable of soft breaks',
    build: () => encoded('quoted-printable', '=\r\n'.repeat(2 * million)),
  },
  { name: 'a line of 30 million', build: () => text('x'.repeat(30 * million)) },
  { name: '5 million line breaks', build: () => text('\n'.repeat(5 * million)) },
  { name: '10 million NULs', build: () => text('\0'.repeat(10 * million)) },
  {
    name: 'flowed text of soft lines',
    build: () => text('a \r\n'.repeat(million), 'text/plain; format=flowed; delsp=yes'),
  },
  { name: 'quotes inside quotes', build: () => text(`${'>'.repeat(5_000)} x\r\n`.repeat(1_000)) },
  {
    name: '100,000 attribution lines',
    build: () => text('On Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:\r\n'.repeat(100_000)),
  },
  {
    name: 'shifting ISO-2022-JP',
    build: () => text('\u001b$B\u001b(B'.repeat(million), 'text/plain; charset=iso-2022-jp'),
  },
  { name: 'HTML of 500,000 nested elements', build: () => html('<div>'.repeat(500_000)) },
  {
    name: 'HTML closed in the wrong order',
    build: () => html('<div>'.repeat(60_000) + '</p>'.repeat(60_000)),
  },
  { name: 'HTML of angle brackets', build: () => html('<'.repeat(million)) },
  {
    name: 'HTML of 100,000 links',
    build: () => html('<a href="https://evil.example/">paypal.com</a>'.repeat(100_000)),
  },
  {
    name: 'HTML with a style of 5 million',
    build: () => html(`<p style="${'color:red;'.repeat(500_000)}">x`),
  },
  {
    name: 'HTML with 200,000 attributes',
    build: () => html(`<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>x`),
  },
  { name: 'HTML of unclosed comments', build: () => html('<!--'.repeat(million)) },
  { name: 'HTML of entities', build: () => html('&lt;&amp;&#x41;&bogus;'.repeat(100_000)) },
  { name: 'HTML of nested tables', build: () => html('<table><tr><td>'.repeat(100_000)) },
  { name: 'one boundary opened 200 times', build: () => manyBoundaries(200) },
  {
    name: 'file name in 10,000 pieces',
    build: () => {
      const pieces = Array.from({ length: 10_000 }, (_, n) => `;\r\n filename*${n}*=%41`).join('')
      return headers(`Content-Disposition: attachment${pieces}`, 'Content-Type: application/pdf')
    },
  },
  {
    name: 'parameter of a million quotes',
    build: () => headers(`Content-Type: text/plain; charset="${'\\"'.repeat(million)}`),
  },
  {
    name: 'report on 40,000 recipients',
    build: () => {
      const group = '\r\nFinal-Recipient: rfc822; a@evil.example\r\nAction: failed\r\nStatus: 5.1.1\r\n'
      return text(group.repeat(40_000), 'message/delivery-status')
    },
  },
  {
    name: 'the mail of 59 bytes',
    build: () => 'Content-Disposition: inline\r\nContent-Type: message/rfc822\r\n',
  },
  { name: 'nothing', build: () => '' },
]
