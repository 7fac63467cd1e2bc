import { setTimeout as pause } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Entry } from './entries.ts'

/** Where messages are handed in, and as whom. */
export type Doors = {
  readonly url: string
  readonly smtpPort: number
  readonly token: string
  readonly apiChannelId: string
}

/** Takes entries from a common list until it is empty and hands each in until it is acknowledged, as a mail server does. */
export type Sender = (
  entries: Entry[],
  acknowledged: (entry: Entry) => void,
  signal: AbortSignal,
) => Promise<void>

/** Sends by SMTP over one connection, a new one after each failure. Throws when a mail is refused for good. */
export function smtpSender(doors: Pick<Doors, 'smtpPort'>): Sender {
  return async (entries, acknowledged, signal) => {
    let line: Line | null = null
    for (let entry = entries.shift(); entry; entry = entries.shift()) {
      for (;;) {
        try {
          line ??= await connect(doors.smtpPort)
          await sendMail(line, entry)
          acknowledged(entry)
          break
        } catch (error) {
          line?.connection.close()
          line = null
          await beforeNextTry(error, signal)
        }
      }
    }
    line?.connection.quit()
  }
}

/** A connection, and a promise that fails when it breaks. */
type Line = { readonly connection: SMTPConnection; readonly broken: Promise<never> }

/** 5xx is an answer, and no mail of a ledger deserves it; everything else is a reason to try again. */
async function beforeNextTry(error: unknown, signal: AbortSignal): Promise<void> {
  const { responseCode = 0 } = error as { responseCode?: number }
  if (responseCode >= 500) throw error
  signal.throwIfAborted()
  await pause(30 + Math.random() * 100)
}

async function connect(port: number): Promise<Line> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true, socketTimeout: 20_000 })
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('The server closed the connection.')))
  })
  broken.catch(() => undefined)
  const greeted = new Promise<void>((resolve, reject) => {
    connection.connect(error => (error ? reject(error) : resolve()))
  })
  await Promise.race([greeted, broken])
  return { connection, broken }
}

function sendMail({ connection, broken }: Line, entry: Entry): Promise<void> {
  const envelope = { from: `sender${entry.sender}@mail.example`, to: [...entry.to] }
  const sent = new Promise<void>((resolve, reject) => {
    connection.send(envelope, Buffer.from(entry.content), (error, info) => {
      if (error) reject(error)
      else if (info.rejected.length > 0) reject(new Error('A recipient was put off.'))
      else resolve()
    })
  })
  return Promise.race([sent, broken])
}

/** Hands in by POST /intake, with an id of the sender's own. Throws when one is refused for good. */
export function apiSender(doors: Doors): Sender {
  return async (entries, acknowledged, signal) => {
    for (let entry = entries.shift(); entry; entry = entries.shift()) {
      await untilTaken(() => handIn(doors, entry), signal)
      acknowledged(entry)
    }
  }
}

async function handIn({ url, token, apiChannelId }: Doors, entry: Entry): Promise<Response> {
  return fetch(`${url}/api/v1/intake/${apiChannelId}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      id: entry.token,
      from: { handle: `sender${entry.sender}@mail.example`, name: `Sender ${entry.sender}` },
      subject: entry.token,
      text: entry.content,
    }),
  })
}

/** Asks until the answer is 2xx. 5xx, 429 and no answer at all are reasons to try again; anything else is thrown. */
export async function untilTaken(ask: () => Promise<Response>, signal: AbortSignal): Promise<unknown> {
  for (;;) {
    const answer = await ask().catch(() => null)
    const text = (await answer?.text().catch(() => null)) ?? null
    if (answer?.ok && text !== null) return JSON.parse(text)
    if (answer && !answer.ok && answer.status < 500 && answer.status !== 429) {
      throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
    }
    signal.throwIfAborted()
    await pause(30 + Math.random() * 100)
  }
}
