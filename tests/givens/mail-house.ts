import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { statusOfRefusal } from '#server/app/refusals-to-http.ts'
import { caseRoutes } from '#server/cases/routes.ts'
import { channelRoutes } from '#server/channels/routes.ts'
import { conversationRoutes } from '#server/conversations/routes.ts'
import { inboxRoutes } from '#server/inbox/routes.ts'
import { type MovableClock, movableClock } from '#server/platform/clock.ts'
import type { Context } from '#server/platform/context.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { openDatabase } from '#server/platform/db/transaction.ts'
import { openFileStore } from '#server/platform/files/store.ts'
import { buildHttpServer } from '#server/platform/http/server.ts'
import { openLog } from '#server/platform/log.ts'
import { createMailReader, type MailReader } from '#server/platform/mail/reading-room.ts'
import { openSeal } from '#server/platform/seal.ts'
import { actorNamed } from '#tests/givens/actor.ts'
import { givenChannel } from '#tests/givens/channel.ts'
import { workOff } from '#tests/givens/work-off.ts'
import { type GivenWorkspace, givenWorkspace } from '#tests/givens/workspace.ts'
import { cloneDatabase } from '#tests/harness/database.ts'

/** The server's rooms for mail on a database of their own, with a workspace, people and two channels. */
export type MailHouse = {
  ctx: Context
  clock: MovableClock
  reader: MailReader
  workspace: GivenWorkspace
  /** Ids of the channels: an e-mail one with the address support@acme.example, and one for programs. */
  mail: string
  api: string
  ownerUrl: string
  http: FastifyInstance
  /** Runs every job that is due, one after the other, until none is. */
  work(): Promise<void>
  stop(): Promise<void>
}

export const publicUrl = 'https://docket.acme.example'

/**
 * Opens one. Ada owns the workspace, Bob is an agent, Cleo creates cases, Vic only reads; Mia belongs to
 * another team and sees no cases but her own.
 */
export async function openMailHouse(smtpPort: number | null = null): Promise<MailHouse> {
  const clone = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'docket-mail-'))
  const clock = movableClock()
  const log = openLog(process.env.DOCKET_TEST_LOG ?? 'silent')
  const connections = openConnections({ url: clone.appUrl, size: 4, namedStatements: true, log })
  const database = openDatabase({ connections, clock, role: null, listeners: [] })
  const ctx: Context = {
    database,
    clock,
    log,
    files: await openFileStore(folder),
    seal: openSeal('a secret of tests that is long enough to be one'),
    feed: { follow: () => () => undefined, since: async () => [], stop: async () => undefined },
    publicUrl,
    smtpUrl: smtpPort === null ? null : `smtp://127.0.0.1:${smtpPort}`,
  }
  const reader = createMailReader()
  const workspace = await givenWorkspace(database, {
    people: { Ada: 'owner', Bob: 'agent', Cleo: 'creator', Vic: 'viewer', Mia: 'agent' },
    teams: { Care: ['Bob'], Other: ['Mia'] },
  })
  const mail = await givenChannel(database, workspace, {
    kind: 'email',
    name: 'Support',
    address: 'support@acme.example',
  })
  const api = await givenChannel(database, workspace, { kind: 'api', name: 'Shop' })
  const http = await openHttp(ctx, workspace)
  const work = () => workOff(ctx, reader)
  const stop = async () => {
    await http.close()
    await reader.stop()
    await database.stop()
    await clone.drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { ctx, clock, reader, workspace, mail, api, ownerUrl: clone.ownerUrl, http, work, stop }
}

/** The doors, behind which stands whoever the Authorization header names. */
async function openHttp(ctx: Context, workspace: GivenWorkspace): Promise<FastifyInstance> {
  return buildHttpServer({
    log: ctx.log,
    database: ctx.database,
    doors: [...channelRoutes(ctx), ...caseRoutes(ctx), ...conversationRoutes(ctx), ...inboxRoutes(ctx)],
    statusOfCode: statusOfRefusal,
    authenticate: async request => {
      const name = /^Bearer (\w+)$/u.exec(request.headers.authorization ?? '')?.[1]
      return name ? actorNamed(ctx.database, workspace, name) : null
    },
    ownOrigins: [publicUrl],
    requestsPerMinute: 1_000_000,
    checkAnswers: true,
    publicUrl,
  })
}
