import { z } from 'zod'
import { changeServerShape } from '#domain/channels/wire.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Seal } from '#server/platform/seal.ts'

/** A mail server of a channel, ready to connect to. */
export type ChannelServer = { host: string; port: number; secure: boolean; user: string; password: string }

/** How an e-mail channel fetches and sends; null where that is not set up. */
export type ChannelServers = {
  channelId: string
  name: string
  createdAt: Date
  /** Changes with every change of the channel's settings. */
  version: number
  imap: ChannelServer | null
  smtp: ChannelServer | null
}

const secretsShape = z.object({ imap: z.string().optional(), smtp: z.string().optional() })

/** The mail servers of one channel; undefined if the channel is gone. Passwords are opened here and go no further. */
export async function findChannelServers(
  tx: Tx,
  seal: Seal,
  channelId: string,
): Promise<ChannelServers | undefined> {
  const rows = await channels(tx).where('id', '=', channelId).execute()
  return rows.map(row => serversOf(seal, row))[0]
}

/** The channels of the workspace that fetch mail from a mailbox. */
export async function findFetchingChannels(tx: Tx, seal: Seal): Promise<ChannelServers[]> {
  const rows = await channels(tx).where('kind', '=', 'email').where('imap', 'is not', null).execute()
  return rows.map(row => serversOf(seal, row))
}

function channels(tx: Tx) {
  return tx.q
    .selectFrom('channels')
    .select(['id', 'name', 'imap', 'smtp', 'secrets', 'created_at', 'version'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('deleted_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof channels>['execute']>>[number]

function serversOf(seal: Seal, row: Row): ChannelServers {
  const secrets =
    row.secrets === null ? {} : secretsShape.parse(JSON.parse(seal.open(`channel:${row.id}`, row.secrets)))
  return {
    channelId: row.id,
    name: row.name,
    createdAt: row.created_at,
    version: row.version,
    imap: serverOf(row.imap, secrets.imap),
    smtp: serverOf(row.smtp, secrets.smtp),
  }
}

function serverOf(settings: unknown, password: string | undefined): ChannelServer | null {
  if (settings === null) return null
  const { host, port, secure, user } = changeServerShape.parse(settings)
  return { host, port, secure, user, password: password ?? '' }
}

/** Every workspace of this database. */
export async function findWorkspaces(tx: Pick<Tx, 'q'>): Promise<string[]> {
  const rows = await tx.q.selectFrom('workspaces').select('id').execute()
  return rows.map(row => row.id)
}
