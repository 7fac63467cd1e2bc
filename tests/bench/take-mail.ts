import { setTimeout as pause } from 'node:timers/promises'
import type { Entry } from '#tests/faults/ledger/entries.ts'
import { smtpSender } from '#tests/faults/ledger/senders.ts'
import { databaseAddress } from '#tests/harness/database-address.ts'
import { queryOnce } from '#tests/harness/query-once.ts'
import type { RealServer } from '#tests/harness/real-server.ts'
import { makeTexts } from './words.ts'

/** How fast mail came in: taken with a 250, and understood, threaded and written as messages, both a second. */
export type MailFigures = {
  readonly mails: number
  readonly takenPerSecond: number
  readonly keptPerSecond: number
}

/** Sends so many mails of many people to the channels of a seeded workspace, and waits until all are messages. */
export async function takeMail(dataFolder: string, server: RealServer, mails: number): Promise<MailFigures> {
  const { ownerUrl } = databaseAddress(dataFolder)
  const entries = makeMails(mails, Math.random().toString(36).slice(2))
  const began = performance.now()
  const senders = Array.from({ length: 8 }, () =>
    smtpSender(server)(entries, () => undefined, AbortSignal.timeout(600_000)),
  )
  await Promise.all(senders)
  const taken = performance.now()
  while (await isBusy(ownerUrl)) await pause(20)
  const kept = performance.now()
  const perSecond = (until: number) => mails / ((until - began) / 1000)
  return { mails, takenPerSecond: perSecond(taken), keptPerSecond: perSecond(kept) }
}

async function isBusy(ownerUrl: string): Promise<boolean> {
  const [row] = await queryOnce(
    ownerUrl,
    `select exists (select from raw_messages where state = 'received') as busy`,
  )
  return Boolean(row!.busy)
}

/** Every third mail answers the one before it. */
function makeMails(count: number, run: string): Entry[] {
  const { bodies, subjects } = makeTexts()
  return Array.from({ length: count }, (_, n) => {
    const id = `bench-${run}-${n}`
    const sender = n % 3 === 2 ? n - 1 : n
    const to = `support${1 + (sender % 12)}@bench.example`
    const head = [
      `From: Sender ${sender} <sender${sender}@mail.example>`,
      `To: ${to}`,
      `Subject: ${subjects[n % subjects.length]}`,
      `Message-ID: <${id}@mail.example>`,
      ...(sender === n ? [] : [`In-Reply-To: <bench-${run}-${sender}@mail.example>`]),
      'Content-Type: text/plain; charset=utf-8',
    ]
    const content = [...head, '', bodies[n % bodies.length], ''].join('\r\n')
    return { token: id, via: 'smtp', channels: [], sender, to: [to], content }
  })
}
