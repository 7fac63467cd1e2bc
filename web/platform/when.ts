import { clockTime, day } from './clock.ts'
import { words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** When something was or will be, within a sentence: `just now`, `8 hours ago`, `in 4 days`, then `on 12 Nov`. */
export function when(moment: Date, at: Date, timeZone: string): string {
  const ahead = moment.getTime() - at.getTime()
  const distance = Math.abs(ahead)
  const count = (unit: number) => Math.sign(ahead) * Math.round(distance / unit)
  if (distance < MINUTE) return ahead < 0 ? words.time.justNow : relative.format(1, 'minute')
  if (distance < 59.5 * MINUTE) return relative.format(count(MINUTE), 'minute')
  if (distance < 23.5 * HOUR) return relative.format(count(HOUR), 'hour')
  if (distance < 7 * DAY) return relative.format(count(DAY), 'day')
  return words.time.onDay(day(moment, at, timeZone))
}

/** Since when something has been so: `since 14:05` today, `since 12 Nov, 14:05` before. */
export function sinceWhen(moment: Date, at: Date, timeZone: string): string {
  const time = clockTime(moment, timeZone)
  const date = day(moment, at, timeZone)
  return words.time.since(date === day(at, at, timeZone) ? time : `${date}, ${time}`)
}
