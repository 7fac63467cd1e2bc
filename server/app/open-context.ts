import { invitationLink } from '#server/people/invitation-token.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Config } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import { openFeed } from '#server/platform/events/feed.ts'
import { openFileStore } from '#server/platform/files/store.ts'
import type { Lifetime } from '#server/platform/lifetime.ts'
import type { Log } from '#server/platform/log.ts'
import { openSeal } from '#server/platform/seal.ts'
import { listenersOf } from './listeners.ts'
import { openForRequests, type Reached } from './open-database.ts'

export type Outside = { config: Config; clock: Clock; log: Log; publicUrl: string }

/** Opens everything that acts need of the outside world; `forget` drops what this process remembers of people. */
export async function openContext(
  outside: Outside,
  reached: Reached,
  lifetime: Lifetime,
  forget: (workspaceId: string) => void,
): Promise<Context> {
  const { config, clock, log, publicUrl } = outside
  const seal = openSeal(config.secret)
  const linkOf = (invitationId: string) => invitationLink({ seal, publicUrl }, invitationId)
  const database = await openForRequests(reached, clock, log, listenersOf({ publicUrl, forget, linkOf }))
  lifetime.onStop('the connections', () => database.stop())
  const feed = openFeed(reached.directUrl, database, log)
  lifetime.onStop('the feed', () => feed.stop())
  const files = await openFileStore(config.dataFolder)
  return { database, clock, log, files, seal, feed, publicUrl, smtpUrl: config.smtpUrl }
}
