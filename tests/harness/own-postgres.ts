/**
 * A small program that owns an embedded PostgreSQL, for tests that kill such owners:
 * `node own-postgres.ts <data folder> [disposable]` prints one line of JSON, `{"ownerUrl", "appUrl", "pid"}` once it runs or
 * `{"refused"}` with the sentence, and stays until it is signalled.
 */
import { beginLifetime } from '#server/platform/lifetime.ts'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded.ts'
import { Unusable } from '#server/platform/unusable.ts'

const log = (line: string) => console.error(line)
const lifetime = beginLifetime({ log })
try {
  const { ownerUrl, appUrl, pid, stop } = await startEmbeddedPostgres({
    dataFolder: process.argv[2] ?? '',
    log,
  })
  lifetime.onStop('database', stop)
  console.log(JSON.stringify({ ownerUrl, appUrl, pid }))
  setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof Unusable)) throw error
  console.log(JSON.stringify({ refused: error.message }))
  process.exit(1)
}
