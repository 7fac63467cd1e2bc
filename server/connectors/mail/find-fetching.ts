import type { Queries } from '#server/platform/db/queries.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** A channel that fetches its mail from a mailbox. */
export type FetchingChannel = {
  id: string
  created_at: Date
  /** Changes with every change of the channel's settings. */
  version: number
}

/** The channels of the workspace that fetch mail from a mailbox. */
export async function findFetchingChannels(tx: Tx): Promise<FetchingChannel[]> {
  return tx.q
    .selectFrom('channels')
    .select(['id', 'created_at', 'version'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('kind', '=', 'email')
    .where('imap', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Every workspace of this database. */
export async function findWorkspaces(global: Queries): Promise<string[]> {
  const rows = await global.selectFrom('workspaces').select('id').execute()
  return rows.map(row => row.id)
}
