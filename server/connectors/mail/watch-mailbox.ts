import { ImapFlow } from 'imapflow'
import { MINUTE, SECOND } from '#domain/kernel/moments.ts'
import type { OpenServer } from '#server/channels/access.ts'
import type { Context } from '#server/platform/context.ts'
import { fetchNew, type Mailbox } from './fetch-mailbox.ts'
import { type MailboxState, saveState } from './position-store.ts'

/** How often to look without being told, and how long to wait before trying again. */
export type Rhythm = { pollMs: number; firstPauseMs: number; longestPauseMs: number }

/** U3: a lost connection is noticed and made again within a minute. */
export const usualRhythm: Rhythm = {
  pollMs: 45 * SECOND,
  firstPauseMs: SECOND,
  longestPauseMs: MINUTE,
}

/** Watches one mailbox until it is stopped; whatever goes wrong, it says so and tries again. */
export function watchMailbox(
  ctx: Context,
  mailbox: Mailbox,
  server: OpenServer,
  rhythm: Rhythm,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = run(ctx, mailbox, server, rhythm, stopping.signal)
  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}

async function run(
  ctx: Context,
  mailbox: Mailbox,
  server: OpenServer,
  rhythm: Rhythm,
  stop: AbortSignal,
): Promise<void> {
  let pause = rhythm.firstPauseMs
  while (!stop.aborted) {
    const connected = () => {
      pause = rhythm.firstPauseMs
      return tell(ctx, mailbox, 'connected', null)
    }
    try {
      await watchOnce(ctx, mailbox, server, rhythm, stop, connected)
    } catch (error) {
      if (stop.aborted) break
      ctx.log.warn({ err: error, channel: mailbox.channelId }, 'a mailbox could not be read; trying again')
      await tell(ctx, mailbox, 'failing', reasonOf(error, server))
      await wait(pause, stop)
      pause = Math.min(pause * 2, rhythm.longestPauseMs)
    }
  }
  await tell(ctx, mailbox, 'idle', null)
}

/** One connection, until it breaks or we are stopped. */
async function watchOnce(
  ctx: Context,
  mailbox: Mailbox,
  server: OpenServer,
  rhythm: Rhythm,
  stop: AbortSignal,
  connected: () => Promise<void>,
): Promise<void> {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.secure,
    auth: { user: server.user, pass: server.password ?? '' },
    logger: false,
    connectionTimeout: 20 * SECOND,
    greetingTimeout: 20 * SECOND,
    socketTimeout: MINUTE,
    // Listen as soon as nothing is left to fetch: what arrives is told at once.
    autoIdleDelay: SECOND,
  })
  const bell = ringsOn(client)
  const hangUp = () => client.close()
  stop.addEventListener('abort', hangUp, { once: true })
  try {
    await client.connect()
    await client.mailboxOpen(mailbox.folder)
    await connected()
    while (!stop.aborted) {
      await fetchNew(ctx, client, mailbox)
      if (!(await bell.next(rhythm.pollMs))) await client.noop()
    }
  } finally {
    stop.removeEventListener('abort', hangUp)
    client.close()
  }
}

/** Waits for the server to say that something is new; throws when the connection is gone. */
function ringsOn(client: ImapFlow) {
  let rung = false
  let failure: Error | null = null
  let wake: () => void = () => undefined
  client.on('exists', () => {
    rung = true
    wake()
  })
  client.on('error', (error: Error) => {
    failure = error
    wake()
  })
  client.on('close', () => {
    failure ??= new Error('The mail server closed the connection.')
    wake()
  })
  return {
    /** True if it rang within the time. */
    async next(withinMs: number): Promise<boolean> {
      if (!rung && !failure)
        await new Promise<void>(resolve => withTimer(withinMs, resolve, set => (wake = set)))
      if (failure) throw failure
      const ring = rung
      rung = false
      return ring
    },
  }
}

function withTimer(ms: number, resolve: () => void, onWake: (wake: () => void) => void): void {
  const timer = setTimeout(resolve, ms)
  onWake(() => {
    clearTimeout(timer)
    resolve()
  })
}

function wait(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done, { once: true })
  })
}

/** Keeps how the mailbox is doing where people see it; a database that is away is no reason to stop. */
async function tell(
  ctx: Context,
  mailbox: Mailbox,
  state: MailboxState,
  reason: string | null,
): Promise<void> {
  try {
    await ctx.database.write(mailbox.workspaceId, async tx => {
      const changed = await saveState(tx, mailbox.channelId, mailbox.folder, state, reason)
      if (!changed) return
      tx.record({
        kind: 'channel.mailbox_changed',
        actor: { kind: 'system' },
        channelId: mailbox.channelId,
        data: { state, reason },
      })
    })
  } catch (error) {
    ctx.log.warn({ err: error, channel: mailbox.channelId }, 'the state of a mailbox could not be kept')
  }
}

type ImapError = Error & { code?: string; authenticationFailed?: boolean; responseText?: string }

/** One sentence for the people who look after the channel. */
function reasonOf(error: unknown, server: OpenServer): string {
  const place = `${server.host}:${server.port}`
  const { authenticationFailed, code, responseText, message } = error as ImapError
  if (authenticationFailed) return `${place} did not accept the user name and password.`
  if (code && /^(E[A-Z]+|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/u.test(code))
    return `${place} cannot be reached (${code}).`
  return `${place}: ${responseText || message}`.slice(0, 300)
}
