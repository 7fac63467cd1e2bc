import type { Tx } from '#server/platform/db/tx.ts'

/** Marks a message as dealt with, or takes the mark back; false if it was so already. */
export async function setCompleted(
  tx: Tx,
  messageId: string,
  by: { at: Date; userId: string } | null,
): Promise<boolean> {
  const changed = await tx.q
    .updateTable('messages')
    .set({ completed_at: by?.at ?? null, completed_by_id: by?.userId ?? null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', messageId)
    .where('completed_at', by ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
