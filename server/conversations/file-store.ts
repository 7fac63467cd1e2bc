import type { FilesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A file whose bytes lie in the file store already. */
export type StoredFile = {
  id: string
  name: string
  /** What we serve it as: see domain/conversations/file-types.ts. */
  mediaType: string
  size: number
  contentId: string | null
  inline: boolean
  storageKey: string
}

/** Writes the files of a message. */
export async function insertFiles(
  tx: Tx,
  of: { messageId: string; channelId: string; caseId: string | null },
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return
  await tx.q
    .insertInto('files')
    .values(
      files.map(file => ({
        workspace_id: tx.workspaceId,
        id: file.id,
        channel_id: of.channelId,
        case_id: of.caseId,
        message_id: of.messageId,
        name: file.name,
        media_type: file.mediaType,
        size: file.size,
        content_id: file.contentId,
        inline: file.inline,
        storage_key: file.storageKey,
        created_at: tx.now,
      })),
    )
    .execute()
}

/** A file by id. */
export async function findFile(tx: Tx, id: string): Promise<FilesRow | undefined> {
  return tx.q
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The files of some messages, in the order in which they were attached. */
export async function filesOf(tx: Tx, messageIds: readonly string[]): Promise<FilesRow[]> {
  if (messageIds.length === 0) return []
  return tx.q
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', 'in', [...messageIds])
    .orderBy('id')
    .execute()
}
