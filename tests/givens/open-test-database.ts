import { type Clock, movableClock } from '#server/platform/clock.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { type Database, openDatabase } from '#server/platform/db/transaction.ts'
import type { EventListener } from '#server/platform/db/tx.ts'
import { openLog } from '#server/platform/log.ts'
import { cloneDatabase } from '#tests/harness/database.ts'

/** A database of a test's own, opened as the server opens it: as the role that cannot pass the walls. */
export type TestDatabase = {
  database: Database
  clock: Clock
  ownerUrl: string
  appUrl: string
  drop(): Promise<void>
}

/** Opens one; `size` is the number of connections. */
export async function openTestDatabase(
  size = 4,
  listeners: readonly EventListener[] = [],
): Promise<TestDatabase> {
  const clone = await cloneDatabase()
  const clock = movableClock()
  const connections = openConnections({
    url: clone.appUrl,
    size,
    namedStatements: true,
    log: openLog('fatal'),
  })
  const database = openDatabase({ connections, clock, role: null, listeners })
  return {
    database,
    clock,
    ownerUrl: clone.ownerUrl,
    appUrl: clone.appUrl,
    async drop() {
      await database.stop()
      await clone.drop()
    },
  }
}
