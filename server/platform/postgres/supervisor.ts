import type { Postmaster } from '#server/platform/postgres/postmaster.ts'

/** A server that is started again whenever it ends by itself. */
export type Supervised = {
  readonly pid: () => number
  readonly stop: () => Promise<void>
}

/** From polite to hard, with the time each is given. */
const STOPS = [
  { how: 'fast', ms: 15_000 },
  { how: 'immediate', ms: 5_000 },
  { how: 'kill', ms: 5_000 },
] as const

/** Milliseconds before each next attempt; then the longest repeats. */
const PAUSES = [50, 250, 1_000]
const LONGEST_PAUSE = 2_500

/**
 * Starts a server and keeps it running: one that is killed (by the kernel when memory is short, by a person) comes back
 * by itself on the same address, so that Docket's connections recover without a restart (SURVIVE B1d). The first start
 * throws what `start` throws; later failures are logged and tried again.
 */
export async function supervise(
  start: () => Promise<Postmaster>,
  log: (line: string) => void,
): Promise<Supervised> {
  let current = await start()
  const stopping = new AbortController()

  const watching = (async () => {
    for (;;) {
      const reason = await current.ended
      if (stopping.signal.aborted) return
      log(`The database stopped by itself (${reason}); starting it again.`)
      const next = await startAgain(start, log, stopping.signal)
      if (!next) return
      current = next
      // Whoever stopped it meanwhile spoke to the one before.
      if (stopping.signal.aborted) next.interrupt('fast')
      else log('The database is back.')
    }
  })()

  const stop = async () => {
    stopping.abort()
    for (const { how, ms } of STOPS) {
      current.interrupt(how)
      if (await isOverWithin(watching, ms)) return
    }
  }
  return { pid: () => current.pid, stop }
}

async function startAgain(
  start: () => Promise<Postmaster>,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<Postmaster | null> {
  for (let attempt = 0; ; attempt += 1) {
    await pause(PAUSES[attempt] ?? LONGEST_PAUSE, stopping)
    if (stopping.aborted) return null
    try {
      return await start()
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
    }
  }
}

function pause(ms: number, cut: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      cut.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    cut.addEventListener('abort', end)
    if (cut.aborted) end()
  })
}

async function isOverWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const over = new AbortController()
  const finished = work.then(() => over.abort())
  await Promise.race([finished, pause(ms, over.signal)])
  return over.signal.aborted
}
