import { SECOND } from '#domain/kernel/moments.ts'
import { channelForIntake } from '#server/channels/access.ts'
import type { Context } from '#server/platform/context.ts'
import { type FetchingChannel, findFetchingChannels, findWorkspaces } from './find-fetching.ts'
import { type Rhythm, usualRhythm, watchMailbox } from './watch-mailbox.ts'

/** The mailboxes of all channels, watched. */
export type MailboxWatcher = {
  /** Looks now which channels there are; otherwise that happens every few seconds. */
  refresh(): Promise<void>
  stop(): Promise<void>
}

const lookEveryMs = 15 * SECOND
/** The folder in which mail servers put what arrives (RFC 3501 5.1). */
const inbox = 'INBOX'

type Watch = { version: number; stop(): Promise<void> }

/**
 * Watches the mailbox of every e-mail channel that has one, in every workspace (IN-26): begins with new
 * channels, begins anew when a channel's settings change, ends with channels that are gone.
 */
export function openMailboxWatcher(ctx: Context, rhythm: Rhythm = usualRhythm): MailboxWatcher {
  const watches = new Map<string, Watch>()
  let looking: Promise<void> = Promise.resolve()
  let stopped = false
  const look = () => {
    looking = looking.then(() => (stopped ? undefined : reconcile(ctx, rhythm, watches)))
    return looking
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  void look()
  return {
    refresh: look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all([...watches.values()].map(watch => watch.stop()))
    },
  }
}

async function reconcile(ctx: Context, rhythm: Rhythm, watches: Map<string, Watch>): Promise<void> {
  try {
    const wanted = await wantedWatches(ctx)
    for (const [id, watch] of watches) {
      if (wanted.get(id)?.channel.version === watch.version) continue
      watches.delete(id)
      await watch.stop()
    }
    for (const [id, { workspaceId, channel }] of wanted) {
      if (watches.has(id)) continue
      const stop = await begin(ctx, rhythm, workspaceId, channel)
      if (stop) watches.set(id, { version: channel.version, stop })
    }
  } catch (error) {
    ctx.log.warn({ err: error }, 'the channels with mailboxes could not be listed; trying again')
  }
}

type Wanted = { workspaceId: string; channel: FetchingChannel }

async function wantedWatches(ctx: Context): Promise<Map<string, Wanted>> {
  const wanted = new Map<string, Wanted>()
  for (const workspaceId of await findWorkspaces(ctx.database.global)) {
    const channels = await ctx.database.read(workspaceId, findFetchingChannels, 'background')
    for (const channel of channels) wanted.set(channel.id, { workspaceId, channel })
  }
  return wanted
}

/** Begins to watch one mailbox; a channel that cannot be opened holds up no other. */
async function begin(
  ctx: Context,
  rhythm: Rhythm,
  workspaceId: string,
  channel: FetchingChannel,
): Promise<(() => Promise<void>) | null> {
  try {
    const opened = await ctx.database.read(workspaceId, tx => channelForIntake(ctx, tx, channel.id))
    if (!opened?.imap) return null
    const mailbox = { workspaceId, channelId: channel.id, folder: inbox, createdAt: channel.created_at }
    return watchMailbox(ctx, mailbox, opened.imap, rhythm).stop
  } catch (error) {
    ctx.log.error({ err: error, channel: channel.id }, 'a mailbox cannot be watched')
    return null
  }
}
