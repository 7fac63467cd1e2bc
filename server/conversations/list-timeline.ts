import { sql } from 'kysely'
import type { CommentsRow, EventsRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Place } from './list-messages.ts'

/** An internal comment with its author's name. */
export type NamedComment = CommentsRow & { author_name: string | null }

/** An event with the name of whoever did it. */
export type NamedEvent = EventsRow & { actor_name: string | null }

/** Comments of a case, newest first, at most `limit`, written before a place. */
export async function listComments(
  tx: Tx,
  caseId: string,
  before: Place | null,
  limit: number,
): Promise<NamedComment[]> {
  const earlier = before ? sql`and (n.created_at, n.id) < (${before.at}, ${before.id}::uuid)` : sql``
  const found = await sql<NamedComment>`select n.*, u.name as author_name from comments n
    left join users u on u.workspace_id = n.workspace_id and u.id = n.author_id
    where n.workspace_id = ${tx.workspaceId} and n.case_id = ${caseId} ${earlier}
    order by n.created_at desc, n.id desc limit ${sql.lit(limit)}`.execute(tx.q)
  return found.rows
}

/**
 * Events of a case, newest first, at most `limit`, from before a place: without those that are told by a
 * message or a comment standing in the timeline itself.
 */
export async function listEvents(
  tx: Tx,
  caseId: string,
  before: Place | null,
  limit: number,
): Promise<NamedEvent[]> {
  const earlier = before ? sql`and (e.at, e.id) < (${before.at}, ${before.id}::uuid)` : sql``
  const found = await sql<NamedEvent>`select e.*, coalesce(u.name, cu.name) as actor_name from events e
    left join users u on u.workspace_id = e.workspace_id and u.id = e.actor_id and e.actor_kind = 'user'
    left join customers cu on cu.workspace_id = e.workspace_id and cu.id = e.actor_id and e.actor_kind = 'customer'
    where e.workspace_id = ${tx.workspaceId} and e.case_id = ${caseId} and e.case_id is not null ${earlier}
      and e.kind <> 'case.commented' and (e.kind not like 'message.%' or e.kind = 'message.delivery_changed')
    order by e.at desc, e.id desc limit ${sql.lit(limit)}`.execute(tx.q)
  return found.rows
}
