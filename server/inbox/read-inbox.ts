import { z } from 'zod'
import type { inboxCountsShape, inboxPageShape, inboxQueryShape } from '#domain/inbox/wire.ts'
import { idShape } from '#domain/kernel/shapes.ts'
import { type Actor, holds, readableChannels } from '#domain/people/actor.ts'
import { readPlace } from '#server/conversations/read-place.ts'
import type { Context } from '#server/platform/context.ts'
import { writeCursor } from '#server/platform/http/cursor.ts'
import { Invalid } from '#server/platform/refusal.ts'
import { countQuarantined, countWaiting, type InboxFilter, listInbox } from './list-inbox.ts'
import { inboxRowView } from './view.ts'

export type InboxQuery = z.output<typeof inboxQueryShape>

/** Counters never count further than this (shown as "999+"). */
const countCap = 999

/** One page of the messages that came in through channels the actor may read (IN-06, IN-08..12). */
export async function readInbox(
  ctx: Context,
  actor: Actor,
  query: InboxQuery,
): Promise<z.input<typeof inboxPageShape>> {
  const filter = filterOf(actor, query)
  if (filter === null) return { items: [], next: null }
  const before = readPlace('after', query.after)
  const rows = await ctx.database.read(actor.workspaceId, tx =>
    listInbox(tx, actor, filter, before, query.limit + 1),
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => inboxRowView(actor, row)),
    next: rows.length > query.limit && last ? writeCursor([last.ingested_at.toISOString(), last.id]) : null,
  }
}

/** How much waits: messages not dealt with, and mail in quarantine for those who look after it. */
export async function countInbox(ctx: Context, actor: Actor): Promise<z.input<typeof inboxCountsShape>> {
  const channelIds = readableChannels(actor)
  const [waiting, quarantined] = await ctx.database.read(actor.workspaceId, tx =>
    Promise.all([
      countWaiting(tx, channelIds, countCap),
      holds(actor, 'quarantine.manage') ? countQuarantined(tx, channelIds, countCap) : 0,
    ]),
  )
  return { waiting, quarantined, cap: countCap }
}

/** What to look for; null where the channel asked for is none that the actor may read. */
function filterOf(actor: Actor, query: InboxQuery): InboxFilter | null {
  const channelIds = readableChannels(actor)
  if (query.channel !== undefined && !channelIds.includes(query.channel)) return null
  const assigneeIds = assigneesOf(query)
  return {
    channelIds,
    cases: query.cases,
    assigneeIds,
    channelId: query.channel ?? null,
    groupId: query.group ?? null,
    completed: query.completed,
  }
}

/** IN-12: by assignee or by having a case, not both. */
function assigneesOf(query: InboxQuery): string[] | null {
  if (query.assignees === undefined || query.assignees === '') return null
  if (query.cases !== 'any')
    throw new Invalid('assignees', 'Filter by assignees or by having a case, not by both. Leave one out.')
  const ids = z.array(idShape).max(100).safeParse(query.assignees.split(','))
  if (!ids.success) throw new Invalid('assignees', 'Give the ids of people, separated by commas.')
  return ids.data
}
