import { after, DAY, MINUTE } from '#domain/kernel/moments.ts'

/** What one attempt to hand a mail to a server came to. `words` is what the server or the network said. */
export type AttemptOutcome =
  /** 2xx after DATA; `refused` are recipients that this server did not take. */
  | { kind: 'sent'; words: string; refused: readonly string[] }
  /** 5xx: this mail will never be taken. */
  | { kind: 'rejected'; words: string }
  /** 4xx, no connection, no server set up: surely not taken, may be later. */
  | { kind: 'postponed'; words: string }
  /** The connection broke after the whole mail was handed over and before the answer, or we died (I6). */
  | { kind: 'unknown'; words: string }

/** How a mail stands before an attempt is judged. */
export type Sending = {
  /** Attempts so far, the judged one included. */
  attempts: number
  /** Attempts so far whose outcome nobody knows, the judged one not included. */
  doubts: number
  /** When the mail was written. */
  since: Date
}

/** How it stands afterwards. `nextAttemptAt` null: no further attempt by itself. */
export type Delivery = {
  state: 'queued' | 'sent' | 'uncertain' | 'failed'
  doubts: number
  nextAttemptAt: Date | null
  reason: string | null
}

/** Mail that no server has taken for so long comes back to its author (U1). */
const longestTrying = 5 * DAY

/** After an unknown outcome the one repetition waits this long, with the same Message-ID (I6). */
const pauseInDoubt = MINUTE

/**
 * What becomes of a mail after an attempt. Nothing is dropped in silence, and at most one repetition
 * follows an unknown outcome by itself; whoever wrote the mail decides about more (I6, U1, B5).
 */
export function afterAttempt(sending: Sending, outcome: AttemptOutcome, now: Date): Delivery {
  const { doubts } = sending
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', doubts, nextAttemptAt: null, reason: refusedWords(outcome.refused) }
    case 'rejected':
      // An earlier copy may have arrived all the same: then this is not a plain failure.
      return {
        state: doubts > 0 ? 'uncertain' : 'failed',
        doubts,
        nextAttemptAt: null,
        reason: outcome.words,
      }
    case 'postponed':
      return postponed(sending, outcome.words, now)
    case 'unknown':
      return {
        state: 'uncertain',
        doubts: doubts + 1,
        nextAttemptAt: doubts === 0 ? after(now, pauseInDoubt) : null,
        reason: outcome.words,
      }
  }
}

/**
 * The pause before attempt `attempts + 1`: from one minute, doubling to half an hour, so that whatever a dead
 * server left behind is gone within that time of its return (U1).
 */
export function pauseAfter(attempts: number): number {
  return Math.min(30 * MINUTE, MINUTE * 2 ** Math.min(Math.max(attempts - 1, 0), 10))
}

function postponed(sending: Sending, words: string, now: Date): Delivery {
  const { doubts, attempts, since } = sending
  const waiting = doubts > 0 ? 'uncertain' : 'queued'
  if (now.getTime() - since.getTime() < longestTrying) {
    return { state: waiting, doubts, nextAttemptAt: after(now, pauseAfter(attempts)), reason: words }
  }
  const reason = `No server took it within five days. The last answer was: ${words}`
  return { state: doubts > 0 ? 'uncertain' : 'failed', doubts, nextAttemptAt: null, reason }
}

function refusedWords(refused: readonly string[]): string | null {
  return refused.length > 0 ? `Not taken for ${refused.join(', ')}` : null
}
