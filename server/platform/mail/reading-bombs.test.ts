import { afterAll, expect, test } from 'vitest'
import { mimeBombs } from '#tests/faults/mime-bombs.ts'
import type { ReadMail } from './reading-messages.ts'
import { createMailReader, MailUnreadable } from './reading-room.ts'

const reader = createMailReader()
afterAll(() => reader.stop())

const small = new TextEncoder().encode('From: Ada <ada@example.org>\r\nSubject: Hi\r\n\r\nHello')

async function readBomb(name: string): Promise<ReadMail> {
  const bomb = mimeBombs.find(candidate => candidate.name === name)
  return reader.read(Buffer.from(bomb?.build() ?? ''))
}

test('D4: there are at least 40 bombs', () => {
  expect(mimeBombs.length).toBeGreaterThanOrEqual(40)
})

// Vitest ends a test after 30 s: the bomb has 10 of them, the next mail has the rest.
test.each(mimeBombs)(
  'D4 H2: "$name" is read or refused by name, and the next mail is read',
  async ({ build }) => {
    const outcome = await reader.read(Buffer.from(build())).then(
      () => 'read',
      (error: unknown) => (error instanceof MailUnreadable ? error.reason : String(error)),
    )
    expect(['read', 'deadline', 'memory', 'malformed']).toContain(outcome)
    expect((await reader.read(small)).mail.subject).toBe('Hi')
  },
)

test('T9: of 200,000 references the oldest and the newest hundred are kept, within the second that the rule gives', async () => {
  const swift = createMailReader()
  await swift.read(small)
  const bomb = mimeBombs.find(({ name }) => name === 'References with 200,000 ids')?.build() ?? ''
  const { mail } = await swift.read(Buffer.from(bomb))
  await swift.stop()
  expect(mail.references).toHaveLength(100)
  expect(mail.references[0]).toBe('0@evil.example')
  expect(mail.references.at(-1)).toBe('199999@evil.example')
})

test('F7: of 10,000 parts a thousand are kept whole and a placeholder tells of the rest', async () => {
  const { mail } = await readBomb('10,000 parts')
  expect(mail.omittedParts).toBe(9_000)
  expect(mail.attachments).toHaveLength(1_001)
  expect(mail.attachments.at(-1)?.name).toBe('9000-more-parts.txt')
})

test('F7: mails inside mails stay files with all their bytes', async () => {
  const { mail } = await readBomb('256 mails inside mails')
  expect(mail.attachments).toMatchObject([{ mediaType: 'message/rfc822', name: 'message-1.eml' }])
  expect(
    new TextDecoder().decode(mail.attachments[0]?.content).match(/^Content-Type: message\/rfc822/gmu),
  ).toHaveLength(255)
})

test('H2: the mail of 59 bytes that stops other parsers is a mail with an empty file', async () => {
  const { mail } = await readBomb('the mail of 59 bytes')
  expect(mail).toMatchObject({
    text: '',
    senderDoubt: 'no From',
    attachments: [{ mediaType: 'message/rfc822', size: 0 }],
  })
})
