import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from '#server/platform/clock.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { type Database, openDatabase } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { openLog } from '#server/platform/log.ts'
import { cloneDatabase, type TestDatabase } from '#tests/harness/database.ts'
import { enqueue } from './enqueue.ts'
import { type JobPayload, startJobs } from './runner.ts'

const log = openLog('silent')
const workspaceId = '00000000-0000-7000-8000-000000000001'
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function openQueue(): Promise<{ clone: TestDatabase; database: Database }> {
  const clone = await cloneDatabase()
  endings.push(clone.drop)
  const connections = openConnections({ url: clone.appUrl, size: 3, namedStatements: true, log })
  const database = openDatabase({ connections, clock: systemClock, role: null, listeners: [] })
  endings.push(() => database.stop())
  return { clone, database }
}

async function work(
  { clone, database }: { clone: TestDatabase; database: Database },
  handle: (payload: JobPayload) => Promise<void>,
  alone = false,
): Promise<void> {
  const handlers = { understand_mail: handle, send_mail: handle }
  const jobs = await startJobs({
    url: clone.appUrl,
    alone,
    database,
    log,
    handlers,
    sweeps: [],
    concurrency: 3,
  })
  endings.push(jobs.stop)
}

async function put(database: Database, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  await database.write(workspaceId, async tx => {
    for (const id of ids) await enqueue(tx, 'understand_mail', { workspaceId, id }, { key: id })
  })
  return ids
}

/** Cuts every connection to the database but one's own, as its restart does. */
async function cutAll(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

const left = async (database: Database) =>
  (await sql<{ n: string }>`select count(*) as n from graphile_worker._private_jobs`.execute(database.global))
    .rows[0]!.n

test('B1d C4: when connections are lost while jobs are being settled, the queue goes on and forgets none', async () => {
  const queue = await openQueue()
  const ids = await put(queue.database, 60)
  const done = new Set<string>()
  await work(queue, async ({ id }) => {
    done.add(id)
    if (done.size === 10 || done.size === 30) await cutAll(queue.clone.ownerUrl)
  })
  await vi.waitUntil(async () => (await left(queue.database).catch(() => '')) === '0', { timeout: 25_000 })
  expect([...done].sort()).toEqual(ids.sort())
})

test('C4 C5: the lease that protects a job names whoever has locked it', async () => {
  const queue = await openQueue()
  await put(queue.database, 1)
  const { promise: seen, resolve: see } = Promise.withResolvers<string>()
  const { promise: over, resolve: finish } = Promise.withResolvers<void>()
  await work(queue, async () => {
    const locked = await sql<{
      locked_by: string
    }>`select locked_by from graphile_worker._private_jobs`.execute(queue.database.global)
    see(locked.rows[0]!.locked_by)
    await over
  })
  const lockedBy = await seen
  await vi.waitFor(async () => {
    const leases = await queue.database.global.selectFrom('worker_leases').select('worker_id').execute()
    expect(leases).toEqual([{ worker_id: lockedBy }])
  })
  finish()
})

test('C4: the one process of a queue takes up at once what a killed one had locked', async () => {
  const queue = await openQueue()
  const [id] = await put(queue.database, 1)
  await sql`update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now()`.execute(
    queue.database.global,
  )
  const { promise, resolve } = Promise.withResolvers<string>()
  await work(queue, async payload => resolve(payload.id), true)
  expect(await promise).toBe(id)
})
