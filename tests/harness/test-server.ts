import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#server/platform/db/migrate.ts'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded.ts'
import { queryOnce } from '#tests/harness/query-once.ts'

/** The migrated database that every test's own one is copied from. */
export const TEMPLATE = 'docket_template'

/** A throw-away PostgreSQL: addresses of its `postgres` database, to be pointed at others by `onDatabase`. */
export type TestServer = { readonly ownerUrl: string; readonly appUrl: string }

/** The same login on another database of the server. */
export function onDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Starts a PostgreSQL in a temporary folder, without waiting for disks, and migrates the template once. */
export async function startTestServer(): Promise<TestServer & { readonly stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'docket-test-'))
  const remove = () => rmSync(dataFolder, { recursive: true, force: true })
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, disposable: true, log: () => undefined })
    const stop = () => postgres.stop().finally(remove)
    const ownerUrl = onDatabase(postgres.ownerUrl, 'postgres')
    await makeTemplate(ownerUrl).catch(error => stop().then(() => Promise.reject(error)))
    return { ownerUrl, appUrl: onDatabase(postgres.appUrl, 'postgres'), stop }
  } catch (error) {
    remove()
    throw error
  }
}

/** A template can be copied only while nobody is connected to it, so nobody may connect after its making. */
async function makeTemplate(ownerUrl: string): Promise<void> {
  await queryOnce(ownerUrl, `create database ${TEMPLATE}`)
  await migrate(onDatabase(ownerUrl, TEMPLATE))
  await queryOnce(ownerUrl, `alter database ${TEMPLATE} with allow_connections false`)
}
