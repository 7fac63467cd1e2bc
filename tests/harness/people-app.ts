import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import type { ChannelRefusal } from '#domain/channels/refusals.ts'
import type { PeopleRefusal } from '#domain/people/refusals.ts'
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
import { migrate } from '#server/platform/db/migrate.ts'
import { openDatabase } from '#server/platform/db/transaction.ts'
import { buildHttpServer } from '#server/platform/http/server.ts'
import { openSeal } from '#server/platform/seal.ts'

/** A PostgreSQL server on which tests may make databases, and the login under which the server works there. */
const owner = process.env.DOCKET_TEST_OWNER_URL ?? 'postgres://docket_owner:docket@127.0.0.1:55432/postgres'
const app = process.env.DOCKET_TEST_APP_URL ?? 'postgres://docket_app:app@127.0.0.1:55432/postgres'

const statuses: Record<PeopleRefusal | ChannelRefusal, number> = {
  NO_PERMISSION: 403,
  CHANNEL_ACCESS_TOO_LOW: 403,
  MORE_THAN_YOU_HOLD: 403,
  INVALID_PASSWORD: 403,
  LAST_OWNER: 409,
  EMAIL_TAKEN: 409,
  NAME_TAKEN: 409,
  ADDRESS_TAKEN: 409,
  IN_USE: 409,
  CONFLICT: 409,
  MEMBER_WITHOUT_ACCESS: 422,
  USER_INACTIVE: 422,
  USER_NOT_FOUND: 404,
  TEAM_NOT_FOUND: 404,
  GROUP_NOT_FOUND: 404,
  CHANNEL_NOT_FOUND: 404,
  INVITATION_NOT_FOUND: 404,
  INVITATION_GONE: 404,
  TOKEN_NOT_FOUND: 404,
  SETUP_CLOSED: 404,
  SETUP_CODE_WRONG: 404,
  TOO_MANY_REQUESTS: 429,
}

export const publicUrl = 'http://docket.test'

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function onDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** The name of a migrated database to clone; made when the migrations changed. */
async function template(): Promise<string> {
  const folder = join(import.meta.dirname, '../../migrations')
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort())
    hash.update(file).update(await readFile(join(folder, file)))
  const name = `people_template_${hash.digest('hex').slice(0, 12)}`
  await asOwner(owner, async client => {
    await client.query('select pg_advisory_lock(748302199)')
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount === 1) return
    await client.query(`create database ${name}`)
    await migrate(onDatabase(owner, name))
  })
  return name
}

export type TestApp = {
  ctx: Context
  auth: Auth
  identifier: Identifier
  http: FastifyInstance
  url: string
  ownerUrl: string
  appUrl: string
  /** SQL as the owner of the database, past all walls. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Another process on the same database: its own pool, sessions and memory. */
  second(options?: AppOptions): Promise<TestApp>
  stop(): Promise<void>
}

export type AppOptions = { connections?: number; limits?: TryLimits }

/** The server with the doors of people, channels and settings, on a database of its own. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const name = `people_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const from = await template()
  await asOwner(owner, client => client.query(`create database ${name} template ${from}`))
  const started = await startOn(name, options)
  return {
    ...started,
    async stop() {
      await started.stop()
      await asOwner(owner, client => client.query(`drop database ${name} with (force)`))
    },
  }
}

async function startOn(name: string, options: AppOptions): Promise<TestApp> {
  const appUrl = onDatabase(app, name)
  const ownerUrl = onDatabase(owner, name)
  const heard: { identifier?: Identifier } = {}
  const ctx = openContext(appUrl, options, workspaceId => heard.identifier?.forget(workspaceId))
  const auth = await openAuth(ctx, loginRules(ctx))
  const identifier = createIdentifier(ctx, auth)
  heard.identifier = identifier
  const http = await openHttp(ctx, auth, identifier, options)
  return {
    ctx,
    auth,
    identifier,
    http,
    url: await http.listen({ port: 0, host: '127.0.0.1' }),
    ownerUrl,
    appUrl,
    sql: (text, values) => asOwner(ownerUrl, async client => (await client.query(text, values)).rows),
    second: other => startOn(name, other ?? {}),
    async stop() {
      await http.close()
      await ctx.database.stop()
    },
  }
}

function openContext(appUrl: string, options: AppOptions, forget: (workspaceId: string) => void): Context {
  const log = pino({ level: process.env.DOCKET_TEST_LOG ?? 'silent' })
  const clock = movableClock()
  const size = options.connections ?? 4
  const database = openDatabase({
    connections: openConnections({ url: appUrl, size, namedStatements: true, log }),
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
  const people = peopleRoutes(ctx, auth, async () => undefined)
  const http = await buildHttpServer({
    log: ctx.log,
    database: ctx.database,
    doors: [...people, ...channelRoutes(ctx), ...caseSettingsRoutes(ctx)],
    statusOfCode: code => statuses[code as keyof typeof statuses] ?? 500,
    authenticate: request => identifier.identify(request),
    ownOrigins: [publicUrl],
    requestsPerMinute: 1_000_000,
    checkAnswers: true,
    publicUrl,
  })
  await mountAuth(http, auth, options.limits ? { limits: options.limits } : {})
  return http
}
