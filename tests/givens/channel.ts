import type { ChannelKind } from '#domain/channels/kinds.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { GivenWorkspace } from '#tests/givens/workspace.ts'

type Wish = {
  kind: ChannelKind
  name: string
  address?: string
  createOnLateMessage?: boolean
  /** Level per role: { agent: 'can_reply' } is the usual one. */
  access?: Record<string, string>
}

const usualAccess = { supervisor: 'full', agent: 'can_reply', creator: 'read_only', viewer: 'read_only' }

/** Makes a channel of the workspace, written straight into the tables. */
export async function givenChannel(
  database: Database,
  workspace: GivenWorkspace,
  wish: Wish,
): Promise<string> {
  const id = newId()
  const options = {
    createOnLateMessage: wish.createOnLateMessage ?? wish.kind === 'email',
    defaultTeamId: workspace.teams.Care ?? null,
    senderName: '',
  }
  await database.write(workspace.id, async tx => {
    await tx.q
      .insertInto('channels')
      .values({
        workspace_id: workspace.id,
        id,
        kind: wish.kind,
        name: wish.name,
        address: wish.address ?? null,
        options: JSON.stringify(options),
        created_at: tx.now,
      })
      .execute()
    const entries = Object.entries(wish.access ?? usualAccess)
    await tx.q
      .insertInto('channel_access')
      .values(
        entries.map(([role, level]) => ({
          workspace_id: workspace.id,
          channel_id: id,
          subject: `role:${role}`,
          level: level as 'full',
        })),
      )
      .execute()
    if (wish.address)
      await tx.q
        .insertInto('inbound_addresses')
        .values({ address: wish.address, workspace_id: workspace.id, channel_id: id })
        .execute()
  })
  return id
}
