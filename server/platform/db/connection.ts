import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Log } from '#server/platform/log.ts'
import { findPrimary, type Host, hostsOf } from './hosts.ts'

// Moments come as Date, big integers as text (they never exceed what the code adds up), arrays as arrays.
pg.types.setTypeParser(pg.types.builtins.INT8, text => text)

export type ConnectionOptions = {
  /** postgres:// with one or more comma-separated hosts (FACTS §2.3). */
  url: string
  size: number
  /** Off for poolers that cannot keep prepared statements (FACTS §2.3). */
  namedStatements: boolean
  log: Log
}

/** A pool of connections to the primary, and how to name statements on them. */
export type Connections = {
  pool: pg.Pool
  namedStatements: boolean
  /** After a lost connection: look for the primary among the hosts before the next connection is made. */
  reroute(): Promise<void>
  stop(): Promise<void>
}

/** Opens a pool; connects lazily. Throws nothing until a connection is asked for. */
export function openConnections(options: ConnectionOptions): Connections {
  const hosts = hostsOf(options.url)
  const pool = new pg.Pool({
    ...poolSettings(options),
    host: hosts[0]!.host,
    port: hosts[0]!.port,
  })
  pool.on('error', error => options.log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('connect', client => {
    client.on('error', error => options.log.warn({ err: error }, 'a database connection was lost'))
  })
  return {
    pool,
    namedStatements: options.namedStatements,
    reroute: () => pointAtPrimary(pool, hosts, options.url),
    stop: () => pool.end(),
  }
}

function poolSettings(options: ConnectionOptions): pg.PoolConfig {
  const url = new URL(options.url.replace(/@[^/?]*/u, '@placeholder'))
  const socketFolder = url.searchParams.get('host')
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username),
    ...(url.searchParams.get('sslmode') && url.searchParams.get('sslmode') !== 'disable'
      ? { ssl: { rejectUnauthorized: url.searchParams.get('sslmode') === 'verify-full' } }
      : {}),
    max: options.size,
    connectionTimeoutMillis: socketFolder ? 5_000 : 3_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
  } as pg.PoolConfig
}

async function pointAtPrimary(pool: pg.Pool, hosts: Host[], url: string): Promise<void> {
  if (hosts.length < 2) return
  const primary = await findPrimary(hosts, url)
  if (!primary) return
  // pg's pool reads its options anew for every connection it makes.
  const options = pool.options as { host?: string; port?: number }
  options.host = primary.host
  options.port = primary.port
}

const names = new Map<string, string>()

/** The name under which a statement is prepared: a hash of its text, so that the same text is planned once. */
export function statementName(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `d${createHash('sha1').update(text).digest('base64url')}`
  if (names.size < 5_000) names.set(text, name)
  return name
}

/** Every statement text that this process has prepared so far; tests read them to check that each names its workspace. */
export function knownStatements(): string[] {
  return [...names.keys()]
}
