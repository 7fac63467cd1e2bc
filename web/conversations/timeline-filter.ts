import type { TimelineEntry } from '#domain/conversations/wire.ts'
import { isTold } from './event-line.tsx'

/** What of the timeline is shown (ACT-05). */
export const timelineShows = ['all', 'messages', 'comments', 'events'] as const
export type TimelineShow = (typeof timelineShows)[number]

const entryOf = { messages: 'message', comments: 'comment', events: 'event' } as const

/** The entries that this choice shows; events that other entries already tell are left out. */
export function shownEntries(entries: readonly TimelineEntry[], show: TimelineShow): TimelineEntry[] {
  return entries.filter(entry => {
    if (entry.entry === 'event' && !isTold(entry.event)) return false
    return show === 'all' || entry.entry === entryOf[show]
  })
}

/** The id of an entry, whatever it is. */
export function idOfEntry(entry: TimelineEntry): string {
  if (entry.entry === 'message') return entry.message.id
  return entry.entry === 'comment' ? entry.comment.id : entry.event.id
}
