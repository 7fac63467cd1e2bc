import { useSyncExternalStore } from 'react'
import { words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The moment it is; the one place in the browser that asks. */
export function now(): Date {
  return new Date()
}

let shown = now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 20_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

function tick() {
  shown = now()
  for (const listener of listeners) listener()
}

/** The moment it is, told anew every twenty seconds, so that "3 min" becomes "4 min" by itself. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => shown)
}

/** How long ago (or ahead) a moment is, in the fewest words: `now`, `4 min`, `2 h`, `3 d`, then the date. */
export function shortAge(moment: Date, at: Date, timeZone: string): string {
  const distance = Math.abs(at.getTime() - moment.getTime())
  if (distance < MINUTE) return words.time.now
  if (distance < HOUR) return words.time.minutes(Math.floor(distance / MINUTE))
  if (distance < DAY) return words.time.hours(Math.floor(distance / HOUR))
  if (distance < 7 * DAY) return words.time.days(Math.floor(distance / DAY))
  return day(moment, at, timeZone)
}

/** The day of a moment: `12 Nov`, with the year when it is not the present one. */
export function day(moment: Date, at: Date, timeZone: string): string {
  const year = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone })
  const sameYear = year.format(moment) === year.format(at)
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone,
  }).format(moment)
}

/** Day and time to the minute in the viewer's zone, with the zone's name: `Fri 21 Nov 2026, 14:05 GMT+1`. */
export function exact(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(moment)
}

/** Day and time as briefly as they can be read: `23 Nov, 21:45`. */
export function dayAndTime(moment: Date, at: Date, timeZone: string): string {
  return `${day(moment, at, timeZone)}, ${clockTime(moment, timeZone)}`
}

/** The time of day: `14:05`. */
export function clockTime(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(moment)
}

function partsIn(moment: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(moment)
  return Object.fromEntries(parts.map(part => [part.type, part.value]))
}

/** A moment as a date-and-time field shows it in a zone: `2026-11-21T14:05`. */
export function toZoned(moment: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = partsIn(moment, timeZone)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/**
 * The moment that a date-and-time field means in a zone; null if it is not one. A time that a change to
 * summer time leaves out becomes the one an hour later.
 */
export function fromZoned(text: string, timeZone: string): Date | null {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN
  if (Number.isNaN(wanted)) return null
  let moment = wanted
  for (let round = 0; round < 2; round++) {
    moment += wanted - Date.parse(`${toZoned(new Date(moment), timeZone)}:00Z`)
  }
  return new Date(moment)
}
