import { SECOND } from '#domain/kernel/moments.ts'
import type { Context } from '#server/platform/context.ts'
import { findFetchingChannels, findWorkspaces } from './find-servers.ts'
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
      if (wanted.get(id)?.servers.version === watch.version) continue
      watches.delete(id)
      await watch.stop()
    }
    for (const [id, { workspaceId, servers }] of wanted) {
      if (watches.has(id) || servers.imap === null) continue
      const mailbox = { workspaceId, channelId: id, folder: inbox, createdAt: servers.createdAt }
      watches.set(id, { version: servers.version, ...watchMailbox(ctx, mailbox, servers.imap, rhythm) })
    }
  } catch (error) {
    ctx.log.warn({ err: error }, 'the channels with mailboxes could not be listed; trying again')
  }
}

async function wantedWatches(ctx: Context) {
  const wanted = new Map<
    string,
    { workspaceId: string; servers: Awaited<ReturnType<typeof findFetchingChannels>>[number] }
  >()
  for (const workspaceId of await findWorkspaces({ q: ctx.database.global })) {
    const channels = await ctx.database.read(
      workspaceId,
      tx => findFetchingChannels(tx, ctx.seal),
      'background',
    )
    for (const servers of channels) wanted.set(servers.channelId, { workspaceId, servers })
  }
  return wanted
}
