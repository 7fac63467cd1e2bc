import type pg from 'pg'
import { type Clock, elapsedMs } from '#server/platform/clock.ts'
import type { EventRecord } from '#server/platform/events/event.ts'
import { storeEvents } from '#server/platform/events/record.ts'
import { newId } from '#server/platform/ids.ts'
import { claimInForce } from './claim.ts'
import { type Connections, statementName } from './connection.ts'
import { faultOf, pauseBefore } from './faults.ts'
import { type Queries, queriesOn } from './queries.ts'
import type { EventListener, Tx } from './tx.ts'

/** How patient a transaction is with a database that restarts or fails over. */
export type Patience = 'request' | 'background'
const patienceMs: Record<Patience, number> = { request: 5_000, background: 45_000 }

/** The database could not be reached in time: answered as 503 with Retry-After. */
export class DatabaseUnavailable extends Error {}

export type Database = {
  write<T>(workspaceId: string, work: (tx: Tx) => Promise<T>, patience?: Patience): Promise<T>
  read<T>(workspaceId: string, work: (tx: Tx) => Promise<T>, patience?: Patience): Promise<T>
  /** The global look-ups, which stand outside every workspace. Each statement is its own transaction. */
  global: Queries
  pool: pg.Pool
  stop(): Promise<void>
}

type Setup = {
  connections: Connections
  clock: Clock
  role: string | null
  listeners: readonly EventListener[]
}

/** The one runner of transactions. `role` is taken on inside each of them where the login itself could pass the walls. */
export function openDatabase(setup: Setup): Database {
  const { connections } = setup
  return {
    write: (workspaceId, work, patience = 'request') =>
      withRetries(connections, patience, () => runOnce(setup, workspaceId, 'write', work)),
    read: (workspaceId, work, patience = 'request') =>
      withRetries(connections, patience, () => runOnce(setup, workspaceId, 'read', work)),
    global: queriesOn(connections.pool as unknown as pg.ClientBase, connections.namedStatements),
    pool: connections.pool,
    stop: () => connections.stop(),
  }
}

async function withRetries<T>(
  connections: Connections,
  patience: Patience,
  run: () => Promise<T>,
): Promise<T> {
  const deadline = elapsedMs() + patienceMs[patience]
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      const fault = faultOf(error)
      if (fault === 'final') throw error
      const pause = pauseBefore(attempt, Math.random())
      if (elapsedMs() + pause > deadline)
        throw new DatabaseUnavailable('The database does not answer.', { cause: error })
      await new Promise(resolve => setTimeout(resolve, pause))
      if (fault === 'connection_lost') await connections.reroute()
    }
  }
}

const boundQueries = new WeakMap<pg.PoolClient, Queries>()

function queriesOf(client: pg.PoolClient, named: boolean): Queries {
  const known = boundQueries.get(client)
  if (known) return known
  const queries = queriesOn(client, named)
  boundQueries.set(client, queries)
  return queries
}

async function runOnce<T>(
  setup: Setup,
  workspaceId: string,
  kind: 'read' | 'write',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await setup.connections.pool.connect()
  const events: EventRecord[] = []
  const afterwards: (() => void)[] = []
  const tx: Tx = {
    workspaceId,
    now: setup.clock.now(),
    q: queriesOf(client, setup.connections.namedStatements),
    record: event => void events.push({ ...event, id: event.id ?? newId() }),
    afterCommit: then => afterwards.push(then),
  }
  try {
    // Not awaited: the first query of the work travels with it (pipelining), and fails if this fails.
    const begun = client.query(prelude(setup, workspaceId, kind))
    begun.catch(() => undefined)
    const result = await work(tx)
    await begun
    if (kind === 'read') return finishReading(client, result)
    await finishWriting(setup, client, tx, events)
    client.release()
    for (const then of afterwards) then()
    return result
  } catch (error) {
    await giveUp(client, error)
    throw error
  }
}

/** A read has nothing to lose at its end, so its answer does not wait for it. */
function finishReading<T>(client: pg.PoolClient, result: T): T {
  client.query('commit').then(
    () => client.release(),
    error => client.release(error instanceof Error ? error : true),
  )
  return result
}

async function finishWriting(
  setup: Setup,
  client: pg.PoolClient,
  tx: Tx,
  events: EventRecord[],
): Promise<void> {
  await tellListeners(setup.listeners, tx, events)
  await storeClaim(tx)
  if (events.length > 0) {
    const stored = storeEvents(tx, events)
    const told = client.query({ name: statementName(notifySql), text: notifySql, values: [tx.workspaceId] })
    await Promise.all([stored, told])
  }
  await client.query('commit')
}

/** The list grows while listeners record events of their own; a rule that feeds itself stops here (L6). */
async function tellListeners(
  listeners: readonly EventListener[],
  tx: Tx,
  events: EventRecord[],
): Promise<void> {
  for (let told = 0; told < events.length; told += 1) {
    if (told > 10_000) throw new Error('Events are causing events without end.')
    for (const listen of listeners) await listen(tx, events[told]!)
  }
}

/**
 * Runs one of many acts inside a transaction that is under way, at a moment of its own: its events bear that
 * moment and are told to these listeners only. For histories that are written whole or not at all, such as
 * the sample's; whoever reads the feed is told when the outer transaction records an event itself.
 */
export async function actWithin<T>(
  outer: Tx,
  now: Date,
  listeners: readonly EventListener[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const events: EventRecord[] = []
  const tx: Tx = { ...outer, now, record: event => void events.push({ ...event, id: event.id ?? newId() }) }
  const result = await work(tx)
  await tellListeners(listeners, tx, events)
  if (events.length > 0) await storeEvents(tx, events)
  return result
}

/** The request's idempotency key commits with the first thing the request did, so it can never be done twice (I1). */
async function storeClaim(tx: Tx): Promise<void> {
  const claim = claimInForce()
  if (!claim || claim.stored || claim.workspaceId !== tx.workspaceId) return
  await tx.q
    .insertInto('idempotency_keys')
    .values({
      workspace_id: tx.workspaceId,
      owner: claim.owner,
      key: claim.key,
      fingerprint: claim.fingerprint,
      created_at: tx.now,
    })
    .execute()
  tx.afterCommit(() => {
    claim.stored = true
  })
}

const notifySql = `select pg_notify('docket_events', $1)`

async function giveUp(client: pg.PoolClient, error: unknown): Promise<void> {
  if (faultOf(error) === 'connection_lost') return client.release(true)
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** Begins and names the workspace in one round trip. SET LOCAL, so that nothing outlives the transaction (Z4). */
function prelude(setup: Setup, workspaceId: string, kind: 'read' | 'write'): string {
  if (!uuid.test(workspaceId)) throw new Error('A workspace id is a lower-case UUID.')
  const role = setup.role ? `set local role ${setup.role}; ` : ''
  // Statements are written so that one plan fits all their values; planning them anew costs more than running them.
  const plans = 'set local plan_cache_mode = force_generic_plan; '
  return `begin ${kind === 'read' ? 'read only' : ''}; ${role}${plans}set local docket.workspace_id = '${workspaceId}'`
}
