import type { z } from 'zod'
import { verdictsOn } from '#domain/cases/permissions.ts'
import { reopenWindow } from '#domain/cases/reopening.ts'
import type { CaseSettings } from '#domain/cases/settings.ts'
import type { caseRowShape, caseShape, commentShape } from '#domain/cases/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CommentsRow } from '#server/platform/db/tables.ts'
import { factsOf } from './facts.ts'
import type { NamedCase, WholeCase } from './list-cases.ts'

const moment = (at: Date | null): string | null => at?.toISOString() ?? null
const reference = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** A case as a row of a list. */
export function caseRowView(row: NamedCase): z.input<typeof caseRowShape> {
  return {
    number: row.number,
    subject: row.subject,
    status: row.status,
    closeReason: row.close_reason,
    priority: row.priority,
    type: { id: row.type_id, name: row.type_name },
    source: row.source,
    channel: { id: row.channel_id, name: row.channel_name },
    team: reference(row.team_id, row.team_name),
    assignee: reference(row.assignee_id, row.assignee_name),
    customer: row.customer_id
      ? { id: row.customer_id, name: row.customer_name ?? '', handle: row.customer_handle ?? '' }
      : null,
    conversation: row.conversation_id ? { id: row.conversation_id } : null,
    tags: row.tags,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    assignedAt: moment(row.assigned_at),
    statusChangedAt: row.status_changed_at.toISOString(),
    resolvedAt: moment(row.resolved_at),
    closedAt: moment(row.closed_at),
    deadlineAt: moment(row.deadline_at),
    lastActivityAt: row.last_activity_at.toISOString(),
    lastInboundAt: moment(row.last_inbound_at),
    lastOutboundAt: moment(row.last_outbound_at),
    version: row.version,
  }
}

/** A case whole, with what this actor may do to it. */
export function wholeCaseView(
  actor: Actor,
  row: WholeCase,
  settings: CaseSettings,
): z.input<typeof caseShape> {
  const facts = factsOf(
    row,
    row.followers.map(follower => follower.id),
  )
  return {
    ...caseRowView(row),
    description: row.description,
    group: reference(row.group_id, row.group_name),
    assignedBy: reference(row.assigned_by_id, row.assigned_by_name),
    createdBy: reference(row.created_by_id, row.created_by_name),
    collaborators: row.followers,
    fields: row.fields as Record<string, unknown>,
    careOrigin: row.care_origin,
    finalizedAt: moment(row.finalized_at),
    graceUntil: moment(
      reopenWindow(
        { ...row, closeReason: row.close_reason, resolvedAt: row.resolved_at, closedAt: row.closed_at },
        settings,
      ),
    ),
    reopenCount: row.reopen_count,
    may: verdictsOn(actor, facts, settings),
  }
}

/** An internal comment. */
export function commentView(row: CommentsRow, authorName: string): z.input<typeof commentShape> {
  return {
    id: row.id,
    text: row.text,
    author: { id: row.author_id, name: authorName },
    createdAt: row.created_at.toISOString(),
    editedAt: moment(row.edited_at),
  }
}
