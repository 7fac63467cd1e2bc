/** Where the time comes from. Everything else is handed a clock or a moment. */
export type Clock = { now(): Date }

/** A clock that can be moved, for tests (DESIGN §6). */
export type MovableClock = Clock & { moveTo(moment: Date): void }

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands where it was last moved to and starts at the machine's time; refused in production by config. */
export function movableClock(): MovableClock {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    moveTo: moment => {
      offset = moment.getTime() - Date.now()
    },
  }
}

/** Milliseconds since some fixed point, never going back: for lengths of time, not for moments (K2). */
export function elapsedMs(): number {
  return performance.now()
}
