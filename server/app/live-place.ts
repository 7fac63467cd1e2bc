import type { EventsRow } from '#server/platform/db/tables.ts'
import type { Position } from '#server/platform/events/feed.ts'

/** An event's place in the feed, as the id of a server-sent event. */
export function placeOf(event: Pick<EventsRow, 'transaction' | 'id'>): string {
  return `${event.transaction}.${event.id}`
}

/** The place a browser was at; null if this is not one of ours. */
export function readPlace(text: string): Position | null {
  const parts = /^(\d{1,20})\.([0-9a-f-]{36})$/u.exec(text)
  return parts ? { transaction: parts[1]!, id: parts[2]! } : null
}
