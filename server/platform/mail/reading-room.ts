import type { ReadMail, UnreadableReason } from './reading-messages.ts'
import { type ReadingOutcome, type ReadingProcess, startReadingProcess } from './reading-process.ts'

/** This mail cannot be read: put it, raw as it is, where people see it (D5). */
export class MailUnreadable extends Error {
  readonly reason: UnreadableReason
  readonly detail: string
  constructor(reason: UnreadableReason, detail: string) {
    super(sentences[reason])
    this.name = 'MailUnreadable'
    this.reason = reason
    this.detail = detail
  }
}

/** The mail is not at fault: no reading process could be started, or the reader was stopped. Try again later. */
export class MailReaderUnavailable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MailReaderUnavailable'
  }
}

const sentences: Readonly<Record<UnreadableReason, string>> = {
  deadline: 'This mail took too long to read. The original is kept; download it to see what it holds.',
  memory:
    'This mail needs too much memory to be read. The original is kept; download it to see what it holds.',
  crash: 'Reading this mail failed unexpectedly. The original is kept; download it to see what it holds.',
  malformed:
    'This mail is malformed and cannot be read. The original is kept; download it to see what it holds.',
  size: 'This mail is too large to be read. The original is kept; download it to see what it holds.',
}

export type MailReaderOptions = {
  /** For one mail, from handing it over to its answer. */
  deadlineMs?: number
  /** For the whole reading process, heap and buffers. */
  memoryMb?: number
  /** After so long without mail the process is let go. */
  idleMs?: number
  /** A raw mail beyond this is refused unread; with less than a tenth of the memory it is always read. */
  longestBytes?: number
  /** A process that is not ready by then counts as failed. */
  startMs?: number
}

export type MailReader = {
  /**
   * What a raw mail says. Rejects with `MailUnreadable` (the mail's fault, final) or `MailReaderUnavailable`
   * (not its fault, try again). Mails are read one after the other, in the order in which they are given.
   */
  read(raw: Uint8Array): Promise<ReadMail>
  /** Finish the mail at hand, refuse what waits, end the process. */
  stop(): Promise<void>
  /** The process that reads at this moment, for the doctor and for tests. */
  pid(): number | null
}

const defaults = {
  deadlineMs: 10_000,
  memoryMb: 512,
  idleMs: 30_000,
  longestBytes: 48 * 1024 * 1024,
  startMs: 30_000,
}
/** A process that has grown beyond this part of its limit is replaced between two mails. */
const replaceAbove = 0.6
const replaceAfterMails = 20_000

type Limits = Required<MailReaderOptions>

/** A reading room: one killable process, started when mail comes and replaced when it dies (H2, D4). */
export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const limits: Limits = { ...defaults, ...options }
  const room = openRoom(limits)
  let idle: NodeJS.Timeout | undefined
  let stopped = false
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    clearTimeout(idle)
    const result = queue.then(act)
    queue = result.then(restLater, restLater)
    return result
  }
  const restLater = () => {
    clearTimeout(idle)
    if (room.pid() === null) return
    idle = setTimeout(() => void inTurn(room.empty), limits.idleMs)
    idle.unref()
  }
  return {
    read: async raw => {
      if (raw.length > limits.longestBytes) throw new MailUnreadable('size', `${raw.length} bytes`)
      return inTurn(async () => {
        if (stopped) throw new MailReaderUnavailable('Reading mail has been stopped.')
        return judged(await room.read(raw))
      })
    },
    stop: async () => {
      stopped = true
      await inTurn(room.empty)
      clearTimeout(idle)
    },
    pid: room.pid,
  }
}

type Room = {
  read(raw: Uint8Array): Promise<ReadingOutcome>
  empty(): Promise<void>
  pid(): number | null
}

/** The process at work, if any: started when needed, replaced when it died, grew or has read enough. */
function openRoom(limits: Limits): Room {
  let process: ReadingProcess | null = null
  let mails = 0

  const empty = async () => {
    const old = process
    process = null
    await old?.end()
  }
  const read = async (raw: Uint8Array): Promise<ReadingOutcome> => {
    // One that died while nothing was being read must not be laid at the door of the next mail.
    if (process === null || !process.alive()) {
      process = await start(limits)
      mails = 0
    }
    const outcome = await process.ask(raw, limits.deadlineMs)
    mails += 1
    if (outcome.kind === 'died') process = null
    else if (outcome.rssMb > limits.memoryMb * replaceAbove || mails >= replaceAfterMails) await empty()
    return outcome
  }
  return { read, empty, pid: () => process?.pid ?? null }
}

async function start(limits: { memoryMb: number; startMs: number }): Promise<ReadingProcess> {
  try {
    return await startReadingProcess(limits)
  } catch (error) {
    throw new MailReaderUnavailable(`Mail cannot be read at the moment: ${String(error)}`)
  }
}

function judged(outcome: ReadingOutcome): ReadMail {
  if (outcome.kind === 'read') return outcome.read
  if (outcome.kind === 'died') throw new MailUnreadable(outcome.reason, outcome.detail)
  throw new MailUnreadable('malformed', outcome.detail)
}
