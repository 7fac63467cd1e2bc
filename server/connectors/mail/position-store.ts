import { sql } from 'kysely'
import type { MailboxPositionsRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** How far a mailbox has been read. UIDs mean something only together with their UIDVALIDITY (RFC 3501 2.3.1.1). */
export type Position = { uidValidity: string; lastUid: number }

export type MailboxState = MailboxPositionsRow['state']

/** Where reading a mailbox stopped; undefined if it has never been read. */
export async function findPosition(tx: Tx, channelId: string, folder: string): Promise<Position | undefined> {
  const row = await tx.q
    .selectFrom('mailbox_positions')
    .select(['uid_validity', 'last_uid'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', channelId)
    .where('folder', '=', folder)
    .executeTakeFirst()
  return row && row.uid_validity !== ''
    ? { uidValidity: row.uid_validity, lastUid: Number(row.last_uid) }
    : undefined
}

/** Keeps where reading has come to; in the transaction that stored what was read (I3). */
export async function savePosition(
  tx: Tx,
  channelId: string,
  folder: string,
  position: Position,
): Promise<void> {
  await tx.q
    .insertInto('mailbox_positions')
    .values({
      workspace_id: tx.workspaceId,
      channel_id: channelId,
      folder,
      uid_validity: position.uidValidity,
      last_uid: String(position.lastUid),
      state: 'connected',
      state_since: tx.now,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'channel_id', 'folder'])
        .doUpdateSet({ uid_validity: position.uidValidity, last_uid: String(position.lastUid) }),
    )
    .execute()
}

/** Keeps how a mailbox is doing; true if that has changed. */
export async function saveState(
  tx: Tx,
  channelId: string,
  folder: string,
  state: MailboxState,
  reason: string | null,
): Promise<boolean> {
  const changed = await tx.q
    .insertInto('mailbox_positions')
    .values({
      workspace_id: tx.workspaceId,
      channel_id: channelId,
      folder,
      uid_validity: '',
      last_uid: '0',
      state,
      state_since: tx.now,
      reason,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'channel_id', 'folder'])
        .doUpdateSet({ state, state_since: tx.now, reason })
        .where(
          sql<boolean>`(mailbox_positions.state, mailbox_positions.reason) is distinct from (${state}, ${reason}::text)`,
        ),
    )
    .returning('state')
    .executeTakeFirst()
  return changed !== undefined
}
