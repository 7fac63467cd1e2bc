import { after, DAY, HOUR, MINUTE } from '#domain/kernel/moments.ts'
import type { Beat, Deed } from './story.ts'

/** A deed and how many hours after the one before it wants to be done; 0 for in the same moment. */
export type Step = {
  hours: number
  deed: Deed
  /** Exactly so long after: a rule does it, not a person. */
  exactly?: boolean
}

const opens = 7
const closes = 18
const closesSaturday = 13
const pause = 3 * MINUTE

/**
 * Gives each step its moment between `start` and `now`: customers write when they are awake, colleagues work
 * when the office is open as far as that leaves room. A story that would last longer than there is time
 * for happens faster, so that it always gets to its end.
 */
export function layInTime(start: Date, now: Date, steps: readonly Step[]): Beat[] {
  const wished = steps.reduce((sum, step) => sum + step.hours * HOUR, 0)
  const room = now.getTime() - start.getTime() - 10 * MINUTE - steps.length * pause
  const scale = wished > room ? Math.max(room, 0) / wished : 1
  const beats: Beat[] = []
  let wanted = start
  for (const [index, { hours, deed, exactly }] of steps.entries()) {
    const before = beats.at(-1)?.at
    if (before && hours === 0) {
      beats.push({ at: before, deed })
      continue
    }
    const latest = after(now, -(steps.length - index) * pause)
    const length = hours * HOUR * scale * unevenness(start, index)
    wanted = exactly && before ? after(before, hours * HOUR) : after(wanted, length)
    const at = exactly || !before ? wanted : convenient(deed, wanted, after(before, pause), latest)
    beats.push({ at, deed })
  }
  return beats
}

/** Nobody takes exactly an hour: a little less than a step would, different for each story and step. */
function unevenness(start: Date, index: number): number {
  return 0.7 + (((start.getTime() / MINUTE) * 13 + index * 37) % 30) / 100
}

/** A moment near the wanted one, not before `earliest` and, where that is possible, not after `latest`. */
function convenient(deed: Deed, wanted: Date, earliest: Date, latest: Date): Date {
  const at = wanted < earliest ? earliest : wanted
  if (deed.do === 'write' && awake(at) >= earliest) return awake(at) < latest ? awake(at) : latest
  if (!('by' in deed)) return at < latest ? at : latest
  const later = nextOpen(at)
  if (later < latest) return later
  const sooner = lastOpen(at)
  if (sooner >= earliest) return sooner
  return at < latest ? at : latest
}

function isOpen(moment: Date): boolean {
  const hour = moment.getUTCHours()
  const day = moment.getUTCDay()
  return day !== 0 && hour >= opens && hour < (day === 6 ? closesSaturday : closes)
}

/** The same moment if the office is open, else some minutes after it opens again. */
function nextOpen(moment: Date): Date {
  if (isOpen(moment)) return moment
  const morning = new Date(moment)
  if (moment.getUTCHours() >= opens) morning.setTime(morning.getTime() + DAY)
  // What came in the night is worked off through the morning.
  morning.setUTCHours(
    opens,
    4 + (((moment.getUTCHours() * 60 + moment.getUTCMinutes()) * 7) % 200),
    moment.getUTCSeconds(),
  )
  return isOpen(morning) ? morning : nextOpen(after(morning, DAY - 6 * HOUR))
}

/** The same moment if the office is open, else some minutes before it closed. */
function lastOpen(moment: Date): Date {
  if (isOpen(moment)) return moment
  for (let back = HOUR; back <= 3 * DAY; back += HOUR) {
    const earlier = after(moment, -back)
    if (isOpen(earlier)) return earlier
  }
  return moment
}

/** A moment at which somebody writes a mail: the nights are for sleeping, mostly. */
export function awake(moment: Date): Date {
  const hour = moment.getUTCHours()
  if (hour >= 5 && hour < 23) return moment
  return after(moment, -(((hour + 3) % 24) + (moment.getUTCMinutes() % 5)) * HOUR)
}
