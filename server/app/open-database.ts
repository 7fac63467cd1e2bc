import type { Clock } from '#server/platform/clock.ts'
import type { Config } from '#server/platform/config.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { appRole, migrate } from '#server/platform/db/migrate.ts'
import { type Database, openDatabase } from '#server/platform/db/transaction.ts'
import type { EventListener } from '#server/platform/db/tx.ts'
import type { Lifetime } from '#server/platform/lifetime.ts'
import type { Log } from '#server/platform/log.ts'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { findPassesWalls, findUnsafeSettings } from './find-state.ts'

/** Where the database is reached: as whom requests work, and past any pooler for listening and the queue. */
export type Reached = { appUrl: string; directUrl: string; ownerUrl: string }

/** Starts or finds PostgreSQL, and brings its schema to this version. Throws Unusable with one sentence. */
export async function reachDatabase(config: Config, lifetime: Lifetime, log: Log): Promise<Reached> {
  const say = (line: string) => log.info(line)
  if (config.database.kind === 'embedded') {
    const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log: say })
    lifetime.onStop('the database', () => embedded.stop())
    await migrate(embedded.ownerUrl, say)
    return { appUrl: embedded.appUrl, directUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl }
  }
  const { url, directUrl } = config.database
  await migrate(directUrl, say).catch(error => {
    if (error instanceof Unusable) throw error
    throw new Unusable(
      `The database at DATABASE_URL cannot be used: ${(error as Error).message}. Check host, name, user and password.`,
      { cause: error },
    )
  })
  return { appUrl: url, directUrl, ownerUrl: directUrl }
}

/**
 * Opens the database for requests. Where the login could pass row-level security by itself, every
 * transaction takes on the lesser role first (Z3). Refuses a server that would lose what it acknowledged.
 */
export async function openForRequests(
  reached: Reached,
  clock: Clock,
  log: Log,
  listeners: readonly EventListener[],
): Promise<Database> {
  const named = !/[?&]pgbouncer=true/u.test(reached.appUrl)
  const connections = openConnections({ url: reached.appUrl, size: 6, namedStatements: named, log })
  const probe = openDatabase({ connections, clock, role: null, listeners: [] })
  const unsafe = await findUnsafeSettings(probe)
  if (unsafe.length > 0) {
    log.warn(
      `PostgreSQL runs with ${unsafe.join(', ')} off: a crash can lose what people were told is stored. Turn ${unsafe.length > 1 ? 'them' : 'it'} on.`,
    )
  }
  const role = (await findPassesWalls(probe)) ? appRole : null
  return openDatabase({ connections, clock, role, listeners })
}
