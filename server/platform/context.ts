import type { Clock } from './clock.ts'
import type { Database } from './db/transaction.ts'
import type { Feed } from './events/feed.ts'
import type { FileStore } from './files/store.ts'
import type { Log } from './log.ts'
import type { Seal } from './seal.ts'

/** What every act, door and job is handed: the outside world, and nothing of a single request. */
export type Context = {
  database: Database
  clock: Clock
  log: Log
  files: FileStore
  /** Seals secrets of channels before they are stored (A13) and signs what we hand out. */
  seal: Seal
  feed: Feed
  /** Where people reach this server, without a trailing slash: the only source of links (H15). */
  publicUrl: string
  /** smtp(s):// address through which notices and channels without a server of their own send; null if none. */
  smtpUrl: string | null
}
