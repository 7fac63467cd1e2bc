import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/** Does the workspace hold anything that customers or colleagues have made: cases, messages, mail not yet read? */
export async function holdsWork(tx: Tx): Promise<boolean> {
  const found = await sql<{ holds: boolean }>`select
    exists (select from cases c where c.workspace_id = ${tx.workspaceId})
    or exists (select from messages m where m.workspace_id = ${tx.workspaceId})
    or exists (select from raw_messages r where r.workspace_id = ${tx.workspaceId}) as holds`.execute(tx.q)
  return found.rows[0]?.holds ?? false
}

/**
 * Takes jobs back that the same transaction has queued: nobody else has seen them, and nobody will do them.
 * What they would have done has been done already, or is not to happen at all.
 */
export async function takeBackJobs(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`select graphile_worker.remove_job(k) from unnest(${[...new Set(keys)]}::text[]) as k`.execute(
    tx.q,
  )
}

/** Adds names of campaigns to the catalogue of tags. */
export async function addCampaigns(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.q
    .insertInto('tags')
    .values(
      names.map(name => ({
        workspace_id: tx.workspaceId,
        name,
        kind: 'campaign' as const,
        created_at: tx.now,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Everybody has read their alerts from before a moment, some hours after each came; of what waits for a whole team all but the latest. */
export async function readAlertsBefore(tx: Tx, before: Date, beforeForTeams: Date): Promise<void> {
  await sql`update notifications set read_at = created_at + interval '2 hours'
    where workspace_id = ${tx.workspaceId} and read_at is null
      and created_at < case when kind = 'available_on_my_team' then ${beforeForTeams}::timestamptz else ${before}::timestamptz end`.execute(
    tx.q,
  )
}

/** The number and the subject of a case. */
export async function findCaseHead(
  tx: Tx,
  number: number,
): Promise<{ number: number; subject: string; tags: string[] }> {
  return tx.q
    .selectFrom('cases')
    .select(['number', 'subject', 'tags'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
}

/** The desk that a group was given when it was made. */
export async function findDeskOf(tx: Tx, groupId: string): Promise<string> {
  const row = await tx.q
    .selectFrom('channels')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('group_id', '=', groupId)
    .where('kind', '=', 'desk')
    .executeTakeFirstOrThrow()
  return row.id
}
