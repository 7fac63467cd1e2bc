import type { Endpoint } from '#server/platform/postgres/endpoint.ts'
import { SOCKET_NUMBER } from '#server/platform/postgres/endpoint.ts'

/** How PostgreSQL is to run; `disposable` trades safety for speed and is for data that nobody will miss. */
export type Tuning = { readonly disposable: boolean }

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function listening(endpoint: Endpoint): Record<string, string> {
  if (endpoint.kind === 'port') {
    return { listen_addresses: '127.0.0.1', port: String(endpoint.port), unix_socket_directories: '' }
  }
  return {
    listen_addresses: '',
    port: String(SOCKET_NUMBER),
    unix_socket_directories: `"${endpoint.folder}"`,
    unix_socket_permissions: '0700',
  }
}

/**
 * A small box: everything of PostgreSQL stays below 130 MB. Parallel queries are off because they need shared memory
 * that containers do not give and help one reader at the cost of the others; JIT is not in the binaries.
 */
const SMALL_BOX = {
  max_connections: '40',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '48MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  huge_pages: 'off',
  io_method: 'sync',
  max_worker_processes: '2',
  max_logical_replication_workers: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  autovacuum_max_workers: '2',
  jit: 'off',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
}

/** The same on every machine, and nothing of what people wrote in the log: no statements, no values of keys. */
const PLAIN_WORDS = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.simple',
  cluster_name: 'docket',
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** The text of postgresql.conf, written anew at every start. */
export function settingsText(endpoint: Endpoint, tuning: Tuning): string {
  const roomy = tuning.disposable ? { max_connections: '150' } : {}
  const settings = { ...SMALL_BOX, ...PLAIN_WORDS, ...roomy, ...listening(endpoint) }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`)
  const head = '# Docket writes this file at every start. Your own values: ALTER SYSTEM SET name = value.'
  return [head, ...lines, ''].join('\n')
}

/** Arguments that win over every file: what Docket's promise never to lose an answered write rests on. */
export function durabilityArguments(tuning: Tuning): string[] {
  const value = tuning.disposable ? 'off' : 'on'
  return ['fsync', 'full_page_writes', 'synchronous_commit'].flatMap(name => ['-c', `${name}=${value}`])
}

/** The text of pg_hba.conf: a password for everybody, from this machine only. */
export const ACCESS_TEXT = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  '',
].join('\n')
