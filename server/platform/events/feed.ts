import { sql } from 'kysely'
import pg from 'pg'
import type { EventsRow } from '#server/platform/db/tables.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Log } from '#server/platform/log.ts'

/** A place in a workspace's feed of events: the writing transaction and the event in it. */
export type Position = { transaction: string; id: string }

/** Tells what has happened, soon after its commit, in an order that never skips anything (B6d). */
export type Feed = {
  /** Calls back with every new event of the workspace from now on; the returned function ends it. */
  follow(workspaceId: string, listener: (events: EventsRow[]) => void): () => void
  /** Events after a place, at most `limit`; null when there are more (start anew instead). */
  since(workspaceId: string, position: Position, limit: number): Promise<EventsRow[] | null>
  stop(): Promise<void>
}

type Channel = {
  listeners: Set<(events: EventsRow[]) => void>
  position: Position | null
  reading: boolean
  again: boolean
}

const pollMs = 10_000
const pendingMs = 60

/** Opens the feed on a connection of its own that listens (FACTS §2.3), with polling behind it (B5d). */
export function openFeed(url: string, database: Database, log: Log): Feed {
  const channels = new Map<string, Channel>()
  const wake = (workspaceId: string) => {
    const channel = channels.get(workspaceId)
    if (channel) void advance(database, log, workspaceId, channel)
  }
  const ear = keepListening(url, log, wake)
  const poll = setInterval(() => {
    for (const id of channels.keys()) wake(id)
  }, pollMs)
  return {
    follow(workspaceId, listener) {
      const channel = channels.get(workspaceId) ?? {
        listeners: new Set(),
        position: null,
        reading: false,
        again: false,
      }
      channels.set(workspaceId, channel)
      channel.listeners.add(listener)
      if (channel.position === null) wake(workspaceId)
      return () => {
        channel.listeners.delete(listener)
        if (channel.listeners.size === 0) channels.delete(workspaceId)
      }
    },
    async since(workspaceId, position, limit) {
      const { events } = await readAfter(database, workspaceId, position, limit + 1)
      return events.length > limit ? null : events
    },
    async stop() {
      clearInterval(poll)
      await ear.stop()
    },
  }
}

async function advance(database: Database, log: Log, workspaceId: string, channel: Channel): Promise<void> {
  if (channel.reading) {
    channel.again = true
    return
  }
  channel.reading = true
  try {
    do {
      channel.again = false
      channel.position ??= await newest(database, workspaceId)
      const { events, pending } = await readAfter(database, workspaceId, channel.position, 500)
      const last = events.at(-1)
      if (last) {
        channel.position = { transaction: last.transaction, id: last.id }
        for (const listener of channel.listeners) listener(events)
        channel.again = true
      } else if (pending) {
        setTimeout(() => void advance(database, log, workspaceId, channel), pendingMs)
      }
    } while (channel.again)
  } catch (error) {
    log.warn({ err: error }, 'the feed of events could not be read; polling goes on')
  } finally {
    channel.reading = false
  }
}

async function newest(database: Database, workspaceId: string): Promise<Position> {
  const answer = await database.read(workspaceId, tx =>
    sql<{ transaction: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as transaction`.execute(
      tx.q,
    ),
  )
  return { transaction: answer.rows[0]!.transaction, id: '00000000-0000-0000-0000-000000000000' }
}

/** Events after a place whose transactions can have no older rival still running; `pending` if such a rival holds some back. */
async function readAfter(
  database: Database,
  workspaceId: string,
  after: Position,
  limit: number,
): Promise<{ events: EventsRow[]; pending: boolean }> {
  const rows = await database.read(workspaceId, async tx => {
    const found = await sql<EventsRow & { settled: boolean }>`
      select *, transaction < pg_snapshot_xmin(pg_current_snapshot()) as settled from events
      where workspace_id = ${workspaceId} and (transaction, id) > (${after.transaction}::text::xid8, ${after.id}::uuid)
      order by transaction, id limit ${sql.lit(limit)}`.execute(tx.q)
    return found.rows
  })
  const settled = rows.findIndex(row => !row.settled)
  return { events: settled === -1 ? rows : rows.slice(0, settled), pending: settled !== -1 }
}

/** A listening connection that comes back by itself. */
function keepListening(
  url: string,
  log: Log,
  wake: (workspaceId: string) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | null = null
  const connect = async () => {
    if (stopped) return
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', error => log.warn({ err: error }, 'the listening connection was lost'))
    client.on('end', () => !stopped && setTimeout(() => void connect(), 1_000))
    client.on('notification', message => message.payload && wake(message.payload))
    try {
      await client.connect()
      await client.query('listen docket_events')
    } catch (error) {
      log.warn({ err: error }, 'could not listen for events; trying again')
      await client.end().catch(() => undefined)
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => undefined)
    },
  }
}
