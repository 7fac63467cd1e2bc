import { channelListeners } from '#server/channels/listeners.ts'
import { notifyPeople } from '#server/notifications/notify-people.ts'
import type { Context } from '#server/platform/context.ts'
import { actWithin, type Database } from '#server/platform/db/transaction.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A place where acts are played at moments that lie in the past. */
export type Stage = {
  workspaceId: string
  /** Plays acts at a moment: the context that they are handed stands there, and so do their events. */
  at<T>(moment: Date, work: (ctx: Context, tx: Tx) => Promise<T>): Promise<T>
}

/**
 * Opens the stage inside a transaction: all that is played becomes real with its commit, so that no sweep
 * and no worker ever finds half a history. Groups get their desks and people their alerts as always; no
 * notice goes out by mail.
 */
export function openStage(ctx: Context, outer: Tx): Stage {
  const noMail = async () => undefined
  const listeners = [...channelListeners, notifyPeople(ctx.publicUrl, noMail)]
  return {
    workspaceId: outer.workspaceId,
    at: (moment, work) =>
      actWithin(outer, moment, listeners, tx =>
        work({ ...ctx, clock: { now: () => moment }, database: joined(ctx.database, tx) }, tx),
      ),
  }
}

/** A database whose transactions are all the one that is under way. */
function joined(database: Database, tx: Tx): Database {
  return { ...database, write: (_workspaceId, work) => work(tx), read: (_workspaceId, work) => work(tx) }
}
