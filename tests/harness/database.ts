import { randomBytes } from 'node:crypto'
import { queryOnce } from '#tests/harness/query-once.ts'
import { askForServer, DESK_VARIABLE } from '#tests/harness/server-desk.ts'
import { onDatabase, startTestServer, TEMPLATE, type TestServer } from '#tests/harness/test-server.ts'

/** A migrated, empty database of a test's own. */
export type TestDatabase = {
  /** Connects as the superuser that owns the tables. */
  readonly ownerUrl: string
  /** Connects as `docket_app`, for which row-level security holds. */
  readonly appUrl: string
  /** Throws it away, whoever is still connected. */
  readonly drop: () => Promise<void>
}

/** Copies the migrated template inside a Vitest run (tests/harness/global-setup.ts). Takes about 30 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const address = process.env[DESK_VARIABLE]
  if (!address) throw new Error('cloneDatabase works inside Vitest; elsewhere use withMigratedDatabase.')
  return cloneOn(await askForServer(address))
}

async function cloneOn({ ownerUrl, appUrl }: TestServer): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await queryOnce(ownerUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`)
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    drop: async () => void (await queryOnce(ownerUrl, `drop database if exists ${name} with (force)`)),
  }
}

/**
 * Gives `use` the owner's address of a migrated, empty database, and the database itself, and throws it away afterwards.
 * Works everywhere: inside Vitest on the shared server, elsewhere on one of its own.
 */
export async function withMigratedDatabase<T>(
  use: (ownerUrl: string, database: TestDatabase) => Promise<T>,
): Promise<T> {
  const address = process.env[DESK_VARIABLE]
  const own = address ? null : await startTestServer()
  try {
    const database = await cloneOn(own ?? (await askForServer(address ?? '')))
    try {
      return await use(database.ownerUrl, database)
    } finally {
      await database.drop()
    }
  } finally {
    await own?.stop()
  }
}
