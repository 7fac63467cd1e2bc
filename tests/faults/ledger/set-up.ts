import { setTimeout as pause } from 'node:timers/promises'
import { addressOf, mailChannels } from './entries.ts'
import { smtpSender } from './senders.ts'
import type { Target } from './target.ts'

export const ownerToken = 'ledger-owner-0123456789'

/** What the server under test is started with. */
export function environment(outsidePort: number): Record<string, string> {
  return {
    DOCKET_OWNER_EMAIL: 'owner@ledger.example',
    DOCKET_OWNER_PASSWORD: 'a long password for a ledger',
    DOCKET_OWNER_TOKEN: ownerToken,
    DOCKET_REQUESTS_PER_MINUTE: '999999999',
    SMTP_URL: `smtp://127.0.0.1:${outsidePort}`,
  }
}

/** Makes the channels of the ledger; gives their ids, in the order of their numbers. */
export async function makeChannels(target: Target): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < mailChannels; n += 1) {
    const made = await ask(target, 'POST', '/channels', {
      kind: 'email',
      name: `Desk ${n}`,
      address: addressOf(n),
    })
    ids.push(String(made.id))
  }
  const made = await ask(target, 'POST', '/channels', { kind: 'api', name: 'Other systems' })
  return [...ids, String(made.id)]
}

/** Takes in some mails and opens a case from each; gives the cases' numbers. */
export async function makeCases(target: Target, count: number): Promise<number[]> {
  const mails = Array.from({ length: count }, (_, n) => ({
    token: `opening-${n}`,
    via: 'smtp' as const,
    channels: [n % mailChannels],
    sender: n,
    to: [addressOf(n % mailChannels)],
    content: `From: sender${n}@mail.example\r\nTo: ${addressOf(n % mailChannels)}\r\nSubject: opening-${n}\r\nMessage-ID: <opening-${n}@mail.example>\r\n\r\nPlease help.\r\n`,
  }))
  await smtpSender(target)(mails, () => undefined, new AbortController().signal)
  const messages = await untilInInbox(target, count)
  const { id: assigneeId } = await ask(target, 'GET', '/me')
  const numbers: number[] = []
  for (const messageId of messages) {
    const made = await ask(target, 'POST', '/cases', { messageId, assigneeId, completeMessage: true })
    numbers.push(Number(made.number))
  }
  return numbers
}

async function untilInInbox(target: Target, count: number): Promise<string[]> {
  for (;;) {
    const page = await ask(target, 'GET', '/inbox/messages?limit=100')
    const items = page.items as { id: string }[]
    if (items.length >= count) return items.map(item => item.id)
    await pause(100)
  }
}

async function ask(
  target: Target,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${target.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${ownerToken}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}
