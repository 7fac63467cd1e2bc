import { openSmtpDoor } from '#server/connectors/mail/smtp-door.ts'
import { resumeMail } from '#server/conversations/resume-mail.ts'
import { addOwnerToken } from '#server/people/add-owner-token.ts'
import { createWorkspace } from '#server/people/create-workspace.ts'
import { createIdentifier, type Identifier } from '#server/people/identify-actor.ts'
import { loginRules } from '#server/people/login-rules.ts'
import { openSetup } from '#server/people/set-up.ts'
import { type Auth, openAuth } from '#server/platform/auth/auth.ts'
import { type Clock, type MovableClock, movableClock, systemClock } from '#server/platform/clock.ts'
import type { Config } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import type { Sweep } from '#server/platform/jobs/runner.ts'
import type { Lifetime } from '#server/platform/lifetime.ts'
import type { Log } from '#server/platform/log.ts'
import { sampleCompany } from './fill-first-workspace.ts'
import { findFirstWorkspaceId } from './find-state.ts'
import { freePort, portTrouble } from './free-port.ts'
import { openContext } from './open-context.ts'
import { type Reached, reachDatabase } from './open-database.ts'
import { scheduleOf } from './schedule.ts'
import { buildServer } from './serve.ts'
import { startWork } from './work.ts'

export type Roles = {
  /** Take requests and mail? */
  serve: boolean
  /** Do the background work? */
  work: boolean
  /** Fill the first workspace with the made-up company once it is set up? */
  sample: boolean
}

/** A Docket that runs. */
export type Running = {
  ctx: Context
  publicUrl: string
  port: number
  smtpPort: number
  setupLink: string | null
}

/** Starts Docket in this process. What was started is stopped by `lifetime`. Throws Unusable with one sentence. */
export async function startDocket(
  config: Config,
  roles: Roles,
  lifetime: Lifetime,
  log: Log,
  given?: Reached,
): Promise<Running> {
  const port = roles.serve ? await freePort(config.host, config.port, 'PORT') : config.port
  const smtpPort = roles.serve
    ? await freePort(config.host, config.smtpPort, 'DOCKET_SMTP_PORT')
    : config.smtpPort
  const reached = given ?? (await reachDatabase(config, lifetime, log))
  const clock = config.testClock ? movableClock() : systemClock
  const publicUrl = config.url ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
  let forget: (workspaceId: string) => void = () => undefined
  const ctx = await openContext({ config, clock, log, publicUrl }, reached, lifetime, workspaceId =>
    forget(workspaceId),
  )
  const auth = await openAuth(ctx, loginRules(ctx))
  const identifier = createIdentifier(ctx, auth)
  forget = workspaceId => identifier.forget(workspaceId)
  await admitOwner(config, ctx)
  const sweeps = scheduleOf(ctx, id => resumeMail(ctx, id))
  if (roles.work) {
    // Whoever holds the data folder is the only one that works on the database in it.
    const alone = config.database.kind === 'embedded'
    await startWork(ctx, { url: reached.directUrl, alone }, sweeps, lifetime)
  }
  if (roles.serve)
    await takeRequests({ config, ctx, auth, identifier, roles, sweeps, clock }, { port, smtpPort }, lifetime)
  return { ctx, publicUrl, port, smtpPort, setupLink: await openSetup(ctx) }
}

type Serving = {
  config: Config
  ctx: Context
  auth: Auth
  identifier: Identifier
  roles: Roles
  sweeps: readonly Sweep[]
  clock: Clock
}

/** Opens the web server and the mail door; both are closed by `lifetime`. */
async function takeRequests(
  serving: Serving,
  ports: { port: number; smtpPort: number },
  lifetime: Lifetime,
): Promise<void> {
  const { config, ctx, auth, identifier, roles, sweeps, clock } = serving
  const test = config.testClock ? { clock: clock as MovableClock, sweeps } : null
  const built = await buildServer({
    ctx,
    auth,
    identifier,
    sample: sampleCompany(ctx, roles.sample),
    requestsPerMinute: config.requestsPerMinute,
    test,
  })
  lifetime.onStop('the web server', async () => {
    built.endStreams()
    // Browsers open connections ahead and never ask anything on them; those would hold the end up.
    const impatience = setTimeout(() => built.app.server.closeAllConnections(), 3_000)
    await built.app.close()
    clearTimeout(impatience)
  })
  await openDoors(config, ctx, built.app, ports, lifetime)
}

type Listener = { listen(where: { host: string; port: number }): Promise<string> }

async function openDoors(
  config: Config,
  ctx: Context,
  app: Listener,
  ports: { port: number; smtpPort: number },
  lifetime: Lifetime,
): Promise<void> {
  const { host } = config
  await app.listen({ host, port: ports.port }).catch(error => {
    throw portTrouble(error, host, ports.port, 'PORT')
  })
  const smtp = await openSmtpDoor(ctx, { host, port: ports.smtpPort }).catch(error => {
    throw portTrouble(error, host, ports.smtpPort, 'DOCKET_SMTP_PORT')
  })
  lifetime.onStop('the mail door', () => smtp.stop())
}

/** The unattended first start: DOCKET_OWNER_EMAIL and DOCKET_OWNER_PASSWORD make the owner, DOCKET_OWNER_TOKEN a token of theirs. */
async function admitOwner(config: Config, ctx: Context): Promise<void> {
  if (!config.owner) return
  const { email, password, token } = config.owner
  if (!(await findFirstWorkspaceId(ctx.database))) {
    await createWorkspace(ctx, { name: 'Docket', owner: { name: email.split('@')[0]!, email, password } })
  }
  if (token) await addOwnerToken(ctx, token)
}
