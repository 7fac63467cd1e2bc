import { channelListeners } from '#server/channels/listeners.ts'
import { notifyPeople } from '#server/notifications/notify-people.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { doNotWaitForDisk } from './store.ts'

/** A place where acts are played at moments that lie in the past. */
export type Stage = {
  workspaceId: string
  /**
   * Plays acts at a moment, in one transaction: what they do together is there whole or not at all, so that
   * no sweep and no worker ever finds half of it. The context that they are handed stands at that moment.
   */
  at<T>(moment: Date, work: (ctx: Context, tx: Tx) => Promise<T>): Promise<T>
}

/**
 * Opens the stage of a workspace. Groups get their desks and people their alerts as always; no notice goes
 * out by mail. Every act sees the moment at which it is played.
 */
export function openStage(ctx: Context, workspaceId: string): Stage {
  let moment = ctx.clock.now()
  const clock = { now: () => moment }
  const noMail = async () => undefined
  const database = ctx.database.withClock(clock, [...channelListeners, notifyPeople(ctx.publicUrl, noMail)])
  return {
    workspaceId,
    at(when, work) {
      moment = when
      return database.write(workspaceId, async tx => {
        // Not awaited: it travels with the first query of the work.
        const eased = doNotWaitForDisk(tx)
        eased.catch(() => undefined)
        const result = await work({ ...ctx, clock, database: joined(database, tx) }, tx)
        await eased
        return result
      })
    },
  }
}

/** A database whose transactions are all the one that is under way. */
function joined(database: Database, tx: Tx): Database {
  return { ...database, write: (_workspaceId, work) => work(tx), read: (_workspaceId, work) => work(tx) }
}
