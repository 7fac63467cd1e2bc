/** Lengths of time in milliseconds; moments are `Date`s and are always handed in (nobody here asks the clock). */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The moment `length` milliseconds after `moment`. */
export function after(moment: Date, length: number): Date {
  return new Date(moment.getTime() + length)
}

/** The latest of some moments, leaving out those that never happened; null if none did. */
export function latest(...moments: (Date | null | undefined)[]): Date | null {
  const times = moments.flatMap(moment => (moment ? [moment.getTime()] : []))
  return times.length === 0 ? null : new Date(Math.max(...times))
}
