/** Lengths of time in milliseconds; moments are `Date`s and are always handed in (nobody here asks the clock). */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The moment `length` milliseconds after `moment`. */
export function after(moment: Date, length: number): Date {
  return new Date(moment.getTime() + length)
}
