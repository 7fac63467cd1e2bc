import type { z } from 'zod'
import { glimpseFor } from '#domain/cases/glimpse.ts'
import type { conversationShape, timelineShape } from '#domain/conversations/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import { accessCase } from '#server/cases/access.ts'
import type { Context } from '#server/platform/context.ts'
import { writeCursor } from '#server/platform/http/cursor.ts'
import { accessConversation } from './access.ts'
import {
  listCasesOfConversation,
  listMessagesOfCase,
  listMessagesOfConversation,
  type Place,
  readHead,
} from './list-messages.ts'
import { listComments, listEvents } from './list-timeline.ts'
import { readPlace } from './read-place.ts'
import { commentEntry, eventEntry, messageEntry, messageView } from './view.ts'

const pageSize = 50

/**
 * One page of a case's timeline: its messages, comments and events, the newest fifty before a place, oldest
 * first (ACT-01, ACT-02, ACT-05, CV-19). However long the case, a page costs the same (D2).
 */
export async function readTimeline(
  ctx: Context,
  actor: Actor,
  number: number,
  cursor: string | undefined,
): Promise<z.input<typeof timelineShape>> {
  const before = readPlace('before', cursor)
  return ctx.database.read(actor.workspaceId, async tx => {
    const { row } = await accessCase(tx, actor, number, undefined, 'read')
    const [messages, comments, events] = await Promise.all([
      listMessagesOfCase(tx, actor, row.id, before, pageSize + 1),
      listComments(tx, row.id, before, pageSize + 1),
      listEvents(tx, row.id, before, pageSize + 1),
    ])
    const all = [
      ...messages.map(message => ({ place: { at: message.posted_at, id: message.id }, message })),
      ...comments.map(comment => ({ place: { at: comment.created_at, id: comment.id }, comment })),
      ...events.map(event => ({ place: { at: event.at, id: event.id }, event })),
    ].toSorted((one, other) => newestFirst(one.place, other.place))
    const shown = all.slice(0, pageSize)
    const items = shown.map(found => {
      if ('message' in found) return messageEntry(actor, found.message)
      return 'comment' in found ? commentEntry(found.comment) : eventEntry(found.event)
    })
    return { items: items.reverse(), earlier: earlierThan(all.length, shown.at(-1)?.place) }
  })
}

/** A conversation with its newest fifty messages before a place, oldest first, and its cases. */
export async function readConversation(
  ctx: Context,
  actor: Actor,
  id: string,
  cursor: string | undefined,
): Promise<z.input<typeof conversationShape>> {
  const before = readPlace('before', cursor)
  return ctx.database.read(actor.workspaceId, async tx => {
    const [row, messages, cases, head] = await Promise.all([
      accessConversation(tx, actor, id),
      listMessagesOfConversation(tx, actor, id, before, pageSize + 1),
      listCasesOfConversation(tx, actor, id),
      readHead(tx, id),
    ])
    const shown = messages.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      id: row.id,
      subject: row.subject,
      channel: { id: row.channel_id, name: head?.channel_name ?? '' },
      customer: head?.customer ?? null,
      cases: cases.flatMap(named => glimpseFor(actor, named) ?? []),
      messages: shown.reverse().map(message => messageView(actor, message)),
      earlier: earlierThan(messages.length, last && { at: last.posted_at, id: last.id }),
    }
  })
}

function newestFirst(one: Place, other: Place): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1)
}

function earlierThan(found: number, last: Place | undefined): string | null {
  return found > pageSize && last ? writeCursor([last.at.toISOString(), last.id]) : null
}
