import type { CaseFacts } from '#domain/cases/facts.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'

/** What the rules need to know of a record. */
export function factsOf(row: CasesRow, collaboratorIds: readonly string[]): CaseFacts {
  return {
    number: row.number,
    status: row.status,
    closeReason: row.close_reason,
    channelId: row.channel_id,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    assignedById: row.assigned_by_id,
    collaboratorIds,
    careOrigin: row.care_origin,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
  }
}
