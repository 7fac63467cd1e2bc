import { DAY } from '#domain/kernel/moments.ts'

/**
 * When a mail was posted, for showing and ordering (CV-19): what its sender's clock said where that can be
 * true, else when it arrived. Mail dated 1970, 2099 or not at all is ordered by its arrival (K6).
 */
export function postingTime(dated: Date | null, arrivedAt: Date): Date {
  if (dated === null) return arrivedAt
  const age = arrivedAt.getTime() - dated.getTime()
  return age >= 0 && age <= longestWay ? dated : arrivedAt
}

/** Mail servers try for about five days (RFC 5321 4.5.4.1); twice that is no delay but a wrong clock. */
const longestWay = 10 * DAY
