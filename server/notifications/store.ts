import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** The case an event is about, with the people around it. */
export async function findCircle(tx: Tx, caseId: string) {
  const found = await sql<{
    number: number
    subject: string
    channel_id: string
    assignee_id: string | null
    assigned_by_id: string | null
    created_by_id: string | null
    followers: string[] | null
    members: string[] | null
  }>`
    select c.number, c.subject, c.channel_id, c.assignee_id, c.assigned_by_id, c.created_by_id,
      (select array_agg(f.user_id) from case_collaborators f where f.workspace_id = ${tx.workspaceId} and f.case_id = c.id) as followers,
      (select array_agg(m.user_id) from team_members m where m.workspace_id = ${tx.workspaceId} and m.team_id = c.team_id) as members
    from cases c where c.workspace_id = ${tx.workspaceId} and c.id = ${caseId}`.execute(tx.q)
  return found.rows[0]
}

/** Name and address of people who still work here. */
export async function findActivePeople(tx: Tx, ids: readonly string[]) {
  return tx.q
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute()
}

export type NewNotification = {
  id: string
  userId: string
  kind: string
  caseId: string | null
  eventId: string
  actorName: string | null
  excerpt: string
}

/** Writes alerts; one that was written for the same event already stays single. */
export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<void> {
  await tx.q
    .insertInto('notifications')
    .values(
      rows.map(row => ({
        workspace_id: tx.workspaceId,
        id: row.id,
        user_id: row.userId,
        kind: row.kind,
        case_id: row.caseId,
        event_id: row.eventId,
        actor_name: row.actorName,
        excerpt: row.excerpt,
        created_at: tx.now,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** One page of a person's alerts, newest first. */
export async function listNotifications(
  tx: Tx,
  userId: string,
  before: { at: string; id: string } | null,
  limit: number,
) {
  let query = tx.q
    .selectFrom('notifications as n')
    .leftJoin('cases as c', join =>
      join
        .onRef('c.id', '=', 'n.case_id')
        .on('c.workspace_id', '=', tx.workspaceId)
        .on('c.deleted_at', 'is', null),
    )
    .select([
      'n.id',
      'n.kind',
      'n.actor_name',
      'n.excerpt',
      'n.created_at',
      'n.read_at',
      'c.number',
      'c.subject',
      'c.status',
    ])
    .where('n.workspace_id', '=', tx.workspaceId)
    .where('n.user_id', '=', userId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(sql.lit(limit))
  if (before)
    query = query.where(sql<boolean>`(n.created_at, n.id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return query.execute()
}

/** Unread alerts of a person, counted to 100 at most. */
export async function countUnread(tx: Tx, userId: string): Promise<number> {
  const counted = await sql<{ unread: string }>`select count(*) as unread from (
    select 1 from notifications where workspace_id = ${tx.workspaceId} and user_id = ${userId} and read_at is null limit 100) x`.execute(
    tx.q,
  )
  return Number(counted.rows[0]!.unread)
}

/** Marks alerts as read: these, or all. */
export async function markRead(tx: Tx, userId: string, ids: readonly string[] | undefined): Promise<void> {
  let query = tx.q
    .updateTable('notifications')
    .set({ read_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
  if (ids) query = query.where('id', 'in', ids)
  await query.execute()
}
