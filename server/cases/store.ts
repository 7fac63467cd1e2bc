import { sql } from 'kysely'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** The columns of a case that acts may change; `updated_at`, `version` and activity are kept here. */
export type CaseChange = Partial<
  Omit<CasesRow, 'workspace_id' | 'id' | 'number' | 'version' | 'updated_at' | 'updated_by_id' | 'fields'>
> & { fields?: string }

/** The next case number of the workspace (CF-01, CF-04): the counter row is held until the commit. */
export async function takeNumber(tx: Tx): Promise<number> {
  const row = await tx.q
    .updateTable('case_counters')
    .set({ last_number: sql`last_number + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

/** Writes a new case. Breaks `cases_one_active_per_conversation` when its conversation has an active one (CV-06). */
export async function insertCase(
  tx: Tx,
  row: Omit<CaseChange, 'id'> &
    Pick<
      CasesRow,
      | 'id'
      | 'number'
      | 'channel_id'
      | 'source'
      | 'subject'
      | 'description'
      | 'type_id'
      | 'priority'
      | 'status'
    >,
): Promise<CasesRow> {
  return tx.q
    .insertInto('cases')
    .values({
      ...row,
      workspace_id: tx.workspaceId,
      created_at: tx.now,
      updated_at: tx.now,
      updated_by_id: row.created_by_id ?? null,
      status_changed_at: tx.now,
      last_qualifying_at: row.last_qualifying_at ?? tx.now,
      last_activity_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Changes a case and counts its version up. Every change is activity and an update (CF-21); who made it
 * is null for rules and customers.
 */
export async function updateCase(
  tx: Tx,
  row: CasesRow,
  change: CaseChange,
  byId: string | null,
): Promise<CasesRow> {
  return tx.q
    .updateTable('cases')
    .set({
      ...change,
      updated_at: tx.now,
      updated_by_id: byId,
      last_activity_at: tx.now,
      version: row.version + 1,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The case with this number, locked against other writers when it is to be changed; deleted ones do not exist. */
export async function findCase(tx: Tx, number: number, lock: boolean): Promise<CasesRow | undefined> {
  const query = tx.q
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('number', '=', number)
    .where('deleted_at', 'is', null)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The case with this id, locked. */
export async function lockCase(tx: Tx, id: string): Promise<CasesRow | undefined> {
  return tx.q
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * All cases of a conversation. The conversation itself is locked first, so that rivals queue also where there is
 * no case yet, and the cases are read afterwards, so that nobody decides on what a rival has just changed (X3).
 */
export async function lockCasesOfConversation(tx: Tx, conversationId: string): Promise<CasesRow[]> {
  await tx.q
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', conversationId)
    .forUpdate()
    .execute()
  return tx.q
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .forUpdate()
    .execute()
}

/** People who follow a case without owning it (AS-14). */
export async function collaboratorsOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('case_collaborators')
    .select('user_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', caseId)
    .execute()
  return rows.map(row => row.user_id)
}

/** Adds a follower; false if they followed already. */
export async function addCollaborator(tx: Tx, caseId: string, userId: string): Promise<boolean> {
  const answer = await tx.q
    .insertInto('case_collaborators')
    .values({ workspace_id: tx.workspaceId, case_id: caseId, user_id: userId, added_at: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

/** Removes a follower; false if they were none. */
export async function removeCollaborator(tx: Tx, caseId: string, userId: string): Promise<boolean> {
  const answer = await tx.q
    .deleteFrom('case_collaborators')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return answer.numDeletedRows === 1n
}

/** Writes an internal comment (ACT-06). */
export async function insertComment(
  tx: Tx,
  comment: { id: string; caseId: string; authorId: string; text: string; mentions: string[] },
) {
  return tx.q
    .insertInto('comments')
    .values({
      workspace_id: tx.workspaceId,
      id: comment.id,
      case_id: comment.caseId,
      author_id: comment.authorId,
      text: comment.text,
      mentions: comment.mentions,
      created_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Makes sure that the tags exist in the workspace's catalogue. */
export async function knowTags(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await tx.q
    .insertInto('tags')
    .values(names.map(name => ({ workspace_id: tx.workspaceId, name, created_at: tx.now })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The message a case is made from, locked against being completed or taken meanwhile. */
export async function findMessageForCase(tx: Tx, messageId: string) {
  return tx.q
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Gives a case the messages of its conversation from a moment on that belong to no other case (CV-04, CV-05).
 * Later messages join one by one as they come.
 */
export async function attachMessages(
  tx: Tx,
  conversationId: string,
  caseId: string,
  since: Date | null,
): Promise<void> {
  let query = tx.q
    .updateTable('messages')
    .set({ case_id: caseId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('case_id', 'is', null)
  if (since) query = query.where('ingested_at', '>=', since)
  await query.execute()
}

/** Marks a message as dealt with (IN-06); the case stays what it is (IN-07). */
export async function completeMessage(tx: Tx, messageId: string, byId: string): Promise<void> {
  await tx.q
    .updateTable('messages')
    .set({ completed_at: tx.now, completed_by_id: byId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', messageId)
    .where('completed_at', 'is', null)
    .execute()
}

/** Takes all messages out of a case that is being deleted (BK-16). */
export async function releaseMessages(tx: Tx, caseId: string): Promise<void> {
  await tx.q
    .updateTable('messages')
    .set({ case_id: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Ids of resolved cases whose resolution lies before a moment, oldest first. */
export async function listResolvedBefore(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('cases')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('status', '=', sql.lit('resolved'))
    .where('deleted_at', 'is', null)
    .where('resolved_at', '<', before)
    .orderBy('resolved_at')
    .limit(sql.lit(limit))
    .execute()
  return rows.map(row => row.id)
}

/** Cases by id, deleted ones included. */
export async function listCasesById(tx: Tx, ids: readonly string[]): Promise<CasesRow[]> {
  return tx.q
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute()
}

/** Who follows which of these cases. */
export async function listCollaborators(tx: Tx, caseIds: readonly string[]) {
  return tx.q
    .selectFrom('case_collaborators')
    .select(['case_id', 'user_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', caseIds)
    .execute()
}
