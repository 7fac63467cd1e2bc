import { globalQueries } from '#server/platform/auth/queries.ts'
import { forgetEndedSteps } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import { removeCodes } from './code-store.ts'

/** Removes sessions, sign-in steps and one-time codes whose time is over; to be run once a day. */
export async function forgetEnded(ctx: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const q = globalQueries(ctx.database)
  const now = ctx.clock.now()
  await forgetEndedSteps(q, now)
  await removeCodes(q, { before: now })
}
