import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomFrom } from '#tests/bench/words.ts'
import { databaseAddress } from '#tests/harness/database-address.ts'
import { apiChannel, type Entry, makeEntries } from './entries.ts'
import {
  type Backlog,
  judgeMessages,
  judgeReplies,
  type MessageVerdict,
  type ReplyVerdict,
  readBacklog,
} from './judge.ts'
import { type OutsideMailServer, startOutsideMailServer } from './mail-server.ts'
import { type WrittenReply, writeReplies } from './replies.ts'
import { apiSender, type Doors, smtpSender } from './senders.ts'
import { environment, makeCases, makeChannels, ownerToken } from './set-up.ts'
import { startTarget, type Target } from './target.ts'

export type LedgerOptions = {
  readonly messages: number
  readonly replies: number
  readonly kills: number
  readonly seed: number
  readonly log: (line: string) => void
}

export type LedgerReport = {
  readonly acknowledged: number
  readonly messages: MessageVerdict
  readonly repliesAcknowledged: number
  /** Replies whose answer was lost with the server, so that a repetition was refused (I1). */
  readonly answersLost: number
  readonly replies: ReplyVerdict
  readonly kills: { readonly server: number; readonly database: number }
  /** From the last kill's recovery until everything was read; null if that took longer than anybody waits. */
  readonly settledSeconds: number | null
  readonly backlog: Backlog
  readonly orphans: readonly number[]
  /** The log of each time that the server ended though nobody had killed it. */
  readonly crashes: readonly string[]
}

/** C4: after this everything must be understood; the replies, which wait a minute in doubt, get longer. */
const settleMs = 60_000
const repliesMs = 240_000

type Ledger = { readonly acknowledged: Entry[]; readonly replies: WrittenReply[] }

/**
 * Sends messages and replies to a real server while killing it and its PostgreSQL, keeps a ledger of what was
 * acknowledged, and says in the end what became of it (SURVIVE B1, B5, C1, C4, C8).
 */
export async function runLedger(options: LedgerOptions): Promise<LedgerReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'docket-ledger-'))
  const outside = await startOutsideMailServer(randomFrom(options.seed + 1))
  try {
    const target = await startTarget(dataFolder, environment(outside.port))
    try {
      const report = await runOn(target, outside, options)
      await target.stop()
      return { ...report, orphans: target.orphans(), crashes: target.crashes() }
    } finally {
      await target.stop()
    }
  } finally {
    await outside.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function runOn(
  target: Target,
  outside: OutsideMailServer,
  options: LedgerOptions,
): Promise<Omit<LedgerReport, 'orphans' | 'crashes'>> {
  const channelIds = await makeChannels(target)
  const cases = options.replies > 0 ? await makeCases(target, 12) : []
  const ledger: Ledger = { acknowledged: [], replies: [] }
  const aborter = new AbortController()
  const sending = send(target, channelIds[apiChannel]!, cases, options, ledger, aborter.signal)
  const done = () => ledger.acknowledged.length + ledger.replies.length
  const killing = kill(target, options, done, aborter.signal)
  const [, kills] = await Promise.all([sending, killing]).catch(error => {
    aborter.abort()
    throw error
  })
  options.log(
    `everything is acknowledged after ${kills.server} + ${kills.database} kills; waiting until it is done`,
  )
  const settled = await until(target, settleMs, backlog => backlog.unread === 0 && backlog.jobs === 0)
  if (options.replies > 0) await until(target, repliesMs, backlog => backlog.unsent === 0)
  const { ownerUrl } = databaseAddress(target.dataFolder)
  return {
    acknowledged: ledger.acknowledged.length,
    messages: await judgeMessages(ownerUrl, ledger.acknowledged, channelIds),
    repliesAcknowledged: ledger.replies.length,
    answersLost: ledger.replies.filter(reply => reply.lostAnswer).length,
    replies: await judgeReplies(ownerUrl, ledger.replies, outside.taken),
    kills,
    settledSeconds: settled,
    backlog: await readBacklog(ownerUrl),
  }
}

async function send(
  target: Target,
  apiChannelId: string,
  cases: readonly number[],
  { messages, replies, seed }: LedgerOptions,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  const doors: Doors = { url: target.url, smtpPort: target.smtpPort, token: ownerToken, apiChannelId }
  const entries = makeEntries(messages, seed)
  const mails = entries.filter(entry => entry.via === 'smtp')
  const calls = entries.filter(entry => entry.via === 'api')
  const tokens = Array.from({ length: replies }, (_, n) => `reply-${seed}-${n}`)
  const note = (entry: Entry) => void ledger.acknowledged.push(entry)
  await Promise.all([
    ...Array.from({ length: 8 }, () => smtpSender(doors)(mails, note, signal)),
    ...Array.from({ length: 3 }, () => apiSender(doors)(calls, note, signal)),
    ...Array.from({ length: 2 }, () =>
      writeReplies(
        { url: target.url, token: ownerToken, cases },
        tokens,
        reply => ledger.replies.push(reply),
        signal,
      ),
    ),
  ])
}

/** Kills at random moments of the sending; the last time when all is acknowledged, but not yet understood. */
async function kill(
  target: Target,
  { messages, replies, kills, seed, log }: LedgerOptions,
  done: () => number,
  signal: AbortSignal,
): Promise<{ server: number; database: number }> {
  const random = randomFrom(seed + 2)
  const moments = Array.from({ length: kills }, (_, n) => (n === 0 ? 1 : 0.05 + random() * 0.9)).sort()
  const counted = { server: 0, database: 0 }
  for (const [n, moment] of moments.entries()) {
    while (done() < Math.floor(moment * (messages + replies))) await pause(10, undefined, { signal })
    if (moment < 1) await pause(random() * 300)
    const database = n % 6 === 0 && n < kills - 1
    log(`${done()} acknowledged: kill -9 of ${database ? 'PostgreSQL' : 'the server'}`)
    counted[database ? 'database' : 'server'] += 1
    if (database) target.killDatabase()
    else await target.killServer(random() < 0.25)
  }
  return counted
}

/** Waits until the backlog is as wished, at most so long after the last kill. Gives the seconds, null if too long. */
async function until(
  target: Target,
  ms: number,
  wished: (backlog: Backlog) => boolean,
): Promise<number | null> {
  while (target.sinceLastKill() < ms) {
    const backlog = await Promise.resolve()
      .then(() => readBacklog(databaseAddress(target.dataFolder).ownerUrl))
      .catch(() => null)
    if (backlog && wished(backlog)) return target.sinceLastKill() / 1000
    await pause(200)
  }
  return null
}
