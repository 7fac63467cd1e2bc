import type { EventRecord } from '#server/platform/events/event.ts'
import type { Queries } from './queries.ts'

/** One transaction in one workspace: what acts and reads are handed. */
export type Tx = {
  workspaceId: string
  /** The one moment of this transaction. */
  now: Date
  q: Queries
  /** Adds an event; all of them are written, and announced, with the commit (promise 4). */
  record(event: EventRecord): void
  /** Runs after the commit has succeeded; never if it has not. */
  afterCommit(work: () => void): void
}

/**
 * Told of every event before the commit, in the same transaction: how notices are written with the act that
 * caused them. Registered on the top floor (app/subscriptions.ts), so that lower rooms need not know higher ones.
 */
export type EventListener = (tx: Tx, event: EventRecord) => Promise<void>
