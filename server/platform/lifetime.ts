import type { EventEmitter } from 'node:events'

/** Everything together has this long to end (SURVIVE C6). */
const DRAIN_MS = 30_000
/** Kept back for what must end well after a slow drain: the database comes last. */
const RESERVE_MS = 5_000
/** One Ctrl-C reaches a program several times: from the terminal, from npm and from the launcher. */
const ECHO_MS = 1_000

/** Something started that must be stopped again, in words for the log: "the web server". */
type Part = { readonly name: string; readonly stop: () => Promise<void> | void }

/** The life of one process: what is started registers its end here. */
export type Lifetime = {
  /** Registers an end. Ends run one after the other, the last registered first. */
  readonly onStop: (name: string, stop: Part['stop']) => void
  /** Ends everything, once; resolves when all is over. `reason` is for the log: "SIGTERM". */
  readonly stop: (reason: string) => Promise<void>
  /** Aborted as soon as the end begins: loops and long waits look at it. */
  readonly stopping: AbortSignal
}

export type LifetimeOptions = {
  readonly log: (line: string) => void
  /** Called once when all is over: 0 when everything ended well, else 1. */
  readonly exit?: (code: number) => void
  /** Where signals and the end of the launcher's channel are heard. */
  readonly process?: EventEmitter & { readonly channel?: { unref(): void } | null | undefined }
  readonly drainMs?: number
}

/**
 * Begins the life of this process. SIGINT, SIGTERM, SIGHUP and the death of the launcher (start.mjs holds a channel)
 * end it within 30 s, in reverse order of the start; a second signal ends it at once (SURVIVE C6).
 */
export function beginLifetime(options: LifetimeOptions): Lifetime {
  const { log, exit = code => process.exit(code), process: heard = process } = options
  const aborter = new AbortController()
  const parts: Part[] = []
  let ending: Promise<void> | undefined
  let impatient = false

  const stop = (reason: string): Promise<void> => {
    if (ending) return ending
    log(`Stopping (${reason}).`)
    setTimeout(() => {
      impatient = true
    }, ECHO_MS).unref()
    aborter.abort()
    ending = endAll(parts, options.drainMs ?? DRAIN_MS, log).then(well => exit(well ? 0 : 1))
    return ending
  }

  const signalled = (signal: string) => {
    if (!ending) void stop(signal)
    else if (impatient) {
      log('Stopping at once.')
      exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) heard.on(signal, () => signalled(signal))
  heard.on('disconnect', () => void stop('the launcher is gone'))
  // The channel only tells of the launcher's end; it must not keep a finished program alive.
  heard.channel?.unref()

  return {
    onStop: (name, end) => void parts.push({ name, stop: end }),
    stop,
    stopping: aborter.signal,
  }
}

/** Empties the list from its end. A part that takes too long or fails is left behind, so that the next can end. */
async function endAll(parts: Part[], drainMs: number, log: (line: string) => void): Promise<boolean> {
  let well = true
  const slow = deadline(Math.max(drainMs - RESERVE_MS, drainMs / 2))
  const last = deadline(drainMs)
  for (let part = parts.pop(); part; part = parts.pop()) {
    const limit = slow.over() ? last : slow
    const problem = await endOne(part, limit.reached)
    if (!problem) continue
    well = false
    log(`${part.name} did not stop well: ${problem}.`)
  }
  slow.cancel()
  last.cancel()
  return well
}

async function endOne(part: Part, late: Promise<'late'>): Promise<string | null> {
  try {
    const ended = await Promise.race([Promise.resolve(part.stop()).then(() => 'ended' as const), late])
    return ended === 'late' ? 'it took too long' : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function deadline(ms: number) {
  let over = false
  let timer: NodeJS.Timeout | undefined
  const reached = new Promise<'late'>(resolve => {
    timer = setTimeout(() => {
      over = true
      resolve('late')
    }, ms)
  })
  return { reached, over: () => over, cancel: () => clearTimeout(timer) }
}
