import { randomFrom } from '#tests/bench/words.ts'

/** One message that somebody sends, and where it must be found afterwards. */
export type Entry = {
  /** Stands in the subject and nowhere else. */
  readonly token: string
  readonly via: 'smtp' | 'api'
  /** Numbers of the channels that it is for: a message in each of them. */
  readonly channels: readonly number[]
  readonly sender: number
  /** SMTP: the addresses it goes to. */
  readonly to: readonly string[]
  /** SMTP: the mail as it goes over the wire, the same at every try. API: the text. */
  readonly content: string
}

/** Mail channels 0 to 4, and number 5 for other systems. */
export const mailChannels = 5
export const apiChannel = 5
const senders = 60

/** The address of a mail channel. */
export function addressOf(channel: number): string {
  return `desk${channel}@ledger.example`
}

/**
 * The messages of one run. Three in four come by mail; of those one in five answers an earlier one, one in ten goes to
 * two channels, and one in fifty cannot be read.
 */
export function makeEntries(count: number, seed: number): Entry[] {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, n) => {
    const token = `ledger-${seed}-${n}`
    const sender = below(senders)
    if (random() < 0.25)
      return { token, via: 'api', channels: [apiChannel], sender, to: [], content: `Text of ${token}` }
    const first = below(mailChannels)
    const channels = random() < 0.1 ? [first, (first + 1) % mailChannels] : [first]
    const answers = n > 10 && random() < 0.2 ? `ledger-${seed}-${n - 1 - below(10)}` : null
    const broken = random() < 0.02
    return {
      token,
      via: 'smtp',
      channels,
      sender,
      to: channels.map(addressOf),
      content: mailOf({ token, sender, channels, answers, broken, n }),
    }
  })
}

type Mail = {
  readonly token: string
  readonly sender: number
  readonly channels: readonly number[]
  readonly answers: string | null
  readonly broken: boolean
  readonly n: number
}

function mailOf({ token, sender, channels, answers, broken, n }: Mail): string {
  const head = [
    `From: Sender ${sender} <sender${sender}@mail.example>`,
    `To: ${channels.map(addressOf).join(', ')}`,
    `Subject: ${token}`,
    `Message-ID: <${token}@mail.example>`,
    ...(answers ? [`In-Reply-To: <${answers}@mail.example>`] : []),
  ]
  // No blank line ends these headers, which some readers never get over.
  if (broken) return [...head, 'Content-Disposition: inline', 'Content-Type: message/rfc822', ''].join('\r\n')
  const text = `This is number ${n} of sender ${sender}.\r\n\r\n${'It says a little more than that. '.repeat(n % 40)}`
  return [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n')
}
