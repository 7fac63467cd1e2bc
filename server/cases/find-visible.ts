import { type RawBuilder, sql } from 'kysely'
import { type Actor, holds, readableChannels } from '#domain/people/actor.ts'
import { rolesWithAllChannels } from '#domain/people/permissions.ts'

/**
 * The SQL of `maySeeCase` (domain/cases/permissions.ts) over a table or alias `c` of cases. Lists, counts
 * and searches apply it before their limit (PR-17). Returns a condition, false for those who may see none.
 */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'cases.manage')) return sql<boolean>`false`
  const inChannels = rolesWithAllChannels.includes(actor.role)
    ? sql<boolean>`true`
    : sql<boolean>`c.channel_id = any(${readableChannels(actor)}::uuid[])`
  if (holds(actor, 'cases.viewAll')) return inChannels
  return sql<boolean>`${inChannels} and (
    c.assignee_id = ${actor.userId} or c.assigned_by_id = ${actor.userId}
    or c.team_id = any(${[...actor.teamIds]}::uuid[]) or c.channel_id = any(${[...actor.memberOfChannels]}::uuid[])
    or exists (select from case_collaborators f
      where f.workspace_id = c.workspace_id and f.case_id = c.id and f.user_id = ${actor.userId}))`
}
