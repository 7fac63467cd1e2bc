import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { corpusMails, corpusMissing } from '#tests/faults/mail-corpus.ts'
import { createMailReader, MailReaderUnavailable, MailUnreadable } from './reading-room.ts'

const reader = createMailReader()
afterAll(() => reader.stop())

const small = new TextEncoder().encode('From: Ada <ada@example.org>\r\nSubject: Hi\r\n\r\nHello')
const corpus = corpusMails()

/** The outcome of a reading as one word: `read`, or why not. */
async function outcome(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'read',
    (error: unknown) => (error instanceof MailUnreadable ? error.reason : String(error)),
  )
}

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

test('IN-26: the reading room gives what the mail says and its HTML made harmless', async () => {
  const raw = `From: Ada <ada@example.org>\r\nContent-Type: text/html\r\n\r\n<p onclick=alert(1)>Hello <b>you</b></p>`
  const { mail, html } = await reader.read(new TextEncoder().encode(raw))
  expect(mail).toMatchObject({
    from: { address: 'ada@example.org' },
    text: 'Hello you',
    textFromHtml: true,
    date: null,
  })
  expect(mail.html).toContain('onclick')
  expect(html).toMatchObject({ html: '<p>Hello <b>you</b></p>\n', remoteImages: 0, cut: false })
})

test('F7: the bytes of a file and the date arrive as they are', async () => {
  const raw = [
    'From: ada@example.org',
    'Date: Tue, 1 Jul 2025 10:52:37 +0200',
    'Content-Type: image/png; name="a.png"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from([0, 1, 2, 253, 254, 255]).toString('base64'),
  ].join('\r\n')
  const { mail } = await reader.read(Buffer.from(raw))
  expect(mail.date).toEqual(new Date('2025-07-01T08:52:37Z'))
  expect(mail.attachments).toMatchObject([{ name: 'a.png', mediaType: 'image/png', size: 6 }])
  expect([...(mail.attachments[0]?.content ?? [])]).toEqual([0, 1, 2, 253, 254, 255])
})

test.skipIf(corpus.length === 0)(
  `H1: every mail of the collection is read or refused by name${corpus.length === 0 ? ` (${corpusMissing})` : ''}`,
  async () => {
    expect(corpus.length).toBeGreaterThanOrEqual(700)
    const outcomes = new Map<string, string[]>()
    for (const { name, raw } of corpus) {
      const result = await outcome(reader.read(raw))
      outcomes.set(result, [...(outcomes.get(result) ?? []), name])
    }
    outcomes.delete('read')
    expect(outcomes.get('malformed')?.length ?? 0).toBeLessThan(corpus.length / 100)
    outcomes.delete('malformed')
    expect(Object.fromEntries(outcomes)).toEqual({})
  },
  60_000,
)

test('H2: a reading that does not end is killed at its deadline, and the next mail is read', async () => {
  const hasty = createMailReader({ deadlineMs: 300 })
  await hasty.read(small)
  const stuck = hasty.pid() ?? 0
  process.kill(stuck, 'SIGSTOP')
  expect(await outcome(hasty.read(small))).toBe('deadline')
  expect(() => process.kill(stuck, 0)).toThrow()
  const patient = await outcome(hasty.read(small))
  expect(['read', 'deadline']).toContain(patient)
  expect(hasty.pid()).not.toBe(stuck)
  await hasty.stop()
})

test('H2: a process that dies takes only the mail that it was reading', async () => {
  await reader.read(small)
  const victim = reader.pid() ?? 0
  process.kill(victim, 'SIGSTOP')
  const first = outcome(reader.read(small))
  const second = outcome(reader.read(small))
  process.kill(victim, 'SIGKILL')
  expect([await first, await second]).toEqual(['crash', 'read'])
  expect(reader.pid()).not.toBe(victim)
})

test('H2: a process that died between two mails is not the fault of the second', async () => {
  await reader.read(small)
  const pid = reader.pid() ?? 0
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isGone(pid)).toBe(true)
  expect(await outcome(reader.read(small))).toBe('read')
})

test('H2: memory outside the heap counts: a reading that takes too much is killed, and the next mail is read', async () => {
  const narrow = createMailReader({ memoryMb: 160 })
  const line = `${'QUJD'.repeat(19)}\r\n`
  const large = Buffer.from(
    `Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(400_000)}`,
  )
  expect(await outcome(narrow.read(large))).toBe('memory')
  expect(await outcome(narrow.read(small))).toBe('read')
  await narrow.stop()
})

test('D6: a mail beyond the size limit is refused unread', async () => {
  const strict = createMailReader({ longestBytes: 100 })
  expect(await outcome(strict.read(new Uint8Array(101)))).toBe('size')
  expect(strict.pid()).toBeNull()
  await strict.stop()
})

test('D4: a mail beyond the nesting limit is refused by name, with a sentence for people', async () => {
  const deep = Array.from(
    { length: 300 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  )
  const refused = reader.read(Buffer.from(deep.join('')))
  await expect(refused).rejects.toMatchObject({ name: 'MailUnreadable', reason: 'malformed' })
  await expect(refused).rejects.toThrow('This mail is malformed and cannot be read. The original is kept')
})

test('H2: a stopped reader refuses mail without blaming it, and no process stays', async () => {
  const stopped = createMailReader()
  await stopped.read(small)
  const pid = stopped.pid() ?? 0
  await stopped.stop()
  await expect(stopped.read(small)).rejects.toBeInstanceOf(MailReaderUnavailable)
  expect(() => process.kill(pid, 0)).toThrow()
})

test('H2: an idle process is let go and mail afterwards gets a new one', async () => {
  const lazy = createMailReader({ idleMs: 0 })
  await lazy.read(small)
  await expect.poll(() => lazy.pid()).toBeNull()
  expect(await outcome(lazy.read(small))).toBe('read')
  await lazy.stop()
})

test.skipIf(process.platform !== 'linux')('A12: the reading process has no secrets around it', async () => {
  process.env.DOCKET_SECRET = 'canary-secret'
  const careful = createMailReader()
  await careful.read(small)
  const environment = readFileSync(`/proc/${careful.pid()}/environ`, 'utf8')
  const command = readFileSync(`/proc/${careful.pid()}/cmdline`, 'utf8')
  delete process.env.DOCKET_SECRET
  expect(environment).not.toContain('canary-secret')
  expect(command).toContain('--permission')
  await careful.stop()
})
