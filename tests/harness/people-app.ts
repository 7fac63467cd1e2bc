import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import { statusOfRefusal } from '#server/app/refusals-to-http.ts'
import { caseSettingsRoutes } from '#server/cases/settings-routes.ts'
import { prepareWorkspaceForCases } from '#server/cases/workspace-listeners.ts'
import { channelListeners } from '#server/channels/listeners.ts'
import { channelRoutes } from '#server/channels/routes.ts'
import { createIdentifier, type Identifier } from '#server/people/identify-actor.ts'
import { forgetWhenPeopleChange } from '#server/people/listeners.ts'
import { loginRules } from '#server/people/login-rules.ts'
import { peopleRoutes } from '#server/people/routes.ts'
import { type Auth, openAuth } from '#server/platform/auth/auth.ts'
import { mountAuth, type TryLimits } from '#server/platform/auth/mount.ts'
import { movableClock } from '#server/platform/clock.ts'
import type { Context } from '#server/platform/context.ts'
import { openConnections } from '#server/platform/db/connection.ts'
import { openDatabase } from '#server/platform/db/transaction.ts'
import { buildHttpServer } from '#server/platform/http/server.ts'
import { openSeal } from '#server/platform/seal.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

export const publicUrl = 'http://docket.test'

export type TestApp = {
  ctx: Context
  auth: Auth
  identifier: Identifier
  http: FastifyInstance
  url: string
  /** SQL as the owner of the database, past all walls. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Work on a pool of the owner of the database. */
  asOwner<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>
  /** Another process on the same database: its own pool, sessions and memory. */
  second(options?: AppOptions): Promise<TestApp>
  stop(): Promise<void>
}

export type AppOptions = {
  connections?: number
  limits?: TryLimits
  /** Off where a test runs statements that no part of the product would (tools/statements.ts reads the named ones). */
  named?: boolean
}

/** The server with the doors of people, channels and settings, on a database of its own. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase()
  const started = await startOn(database, options)
  return {
    ...started,
    async stop() {
      await started.stop()
      await database.drop()
    },
  }
}

async function startOn(place: TestDatabase, options: AppOptions): Promise<TestApp> {
  const heard: { identifier?: Identifier } = {}
  const ctx = openContext(place.appUrl, options, workspaceId => heard.identifier?.forget(workspaceId))
  const auth = await openAuth(ctx, loginRules(ctx))
  const identifier = createIdentifier(ctx, auth)
  heard.identifier = identifier
  const http = await openHttp(ctx, auth, identifier, options)
  const asOwner: TestApp['asOwner'] = work => {
    const pool = new pg.Pool({ connectionString: place.ownerUrl, max: 1 })
    return work(pool).finally(() => pool.end())
  }
  return {
    ctx,
    auth,
    identifier,
    http,
    url: await http.listen({ port: 0, host: '127.0.0.1' }),
    sql: async (text, values) =>
      asOwner(async pool => (await pool.query<Record<string, unknown>>(text, values)).rows),
    asOwner,
    second: other => startOn(place, other ?? {}),
    async stop() {
      // A connection on which nothing was asked yet would be waited for until its minute is over.
      const closed = http.close()
      http.server.closeAllConnections()
      await closed
      await ctx.database.stop()
    },
  }
}

function openContext(appUrl: string, options: AppOptions, forget: (workspaceId: string) => void): Context {
  const log = pino({ level: process.env.DOCKET_TEST_LOG ?? 'silent' })
  const clock = movableClock()
  const size = options.connections ?? 4
  const database = openDatabase({
    connections: openConnections({ url: appUrl, size, namedStatements: options.named ?? true, log }),
    clock,
    role: null,
    listeners: [prepareWorkspaceForCases, ...channelListeners, forgetWhenPeopleChange(forget)],
  })
  const seal = openSeal('a secret of tests that is long enough to be one')
  // None of these rooms touches files or follows the feed.
  return { database, clock, log, seal, publicUrl, smtpUrl: null } as unknown as Context
}

async function openHttp(
  ctx: Context,
  auth: Auth,
  identifier: Identifier,
  options: AppOptions,
): Promise<FastifyInstance> {
  const people = peopleRoutes(ctx, auth, { always: false, fill: async () => undefined })
  const http = await buildHttpServer({
    log: ctx.log,
    database: ctx.database,
    doors: [...people, ...channelRoutes(ctx), ...caseSettingsRoutes(ctx)],
    statusOfCode: statusOfRefusal,
    authenticate: request => identifier.identify(request),
    ownOrigins: [publicUrl],
    requestsPerMinute: 1_000_000,
    checkAnswers: true,
    publicUrl,
  })
  await mountAuth(http, auth, options.limits ? { limits: options.limits } : {})
  return http
}
