import type { FastifyInstance } from 'fastify'
import type { Actor } from '#domain/people/actor.ts'
import { caseRoutes } from '#server/cases/routes.ts'
import { caseSettingsRoutes } from '#server/cases/settings-routes.ts'
import { channelRoutes } from '#server/channels/routes.ts'
import { conversationRoutes } from '#server/conversations/routes.ts'
import { inboxRoutes } from '#server/inbox/routes.ts'
import { notificationRoutes } from '#server/notifications/routes.ts'
import type { Identifier } from '#server/people/identify-actor.ts'
import { peopleRoutes } from '#server/people/routes.ts'
import type { SampleCompany } from '#server/people/setup-routes.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import { mountAuth } from '#server/platform/auth/mount.ts'
import type { MovableClock } from '#server/platform/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Door } from '#server/platform/http/door.ts'
import { buildHttpServer } from '#server/platform/http/server.ts'
import type { Sweep } from '#server/platform/jobs/runner.ts'
import { mountHealth } from './health.ts'
import { mountLiveStream } from './live-stream.ts'
import { servePages } from './pages.ts'
import { statusOfRefusal } from './refusals-to-http.ts'
import { mountTestClock } from './test-clock.ts'

export type Serving = {
  ctx: Context
  auth: Auth
  identifier: Identifier
  sample: SampleCompany
  requestsPerMinute: number
  /** In tests: answers are checked against their shapes, and the clock can be moved. */
  test: { clock: MovableClock; sweeps: readonly Sweep[] } | null
}

/** Every door of the product. */
export function doorsOf(ctx: Context, auth: Auth, sample: SampleCompany): Door[] {
  return [
    ...peopleRoutes(ctx, auth, sample),
    ...channelRoutes(ctx),
    ...caseSettingsRoutes(ctx),
    ...caseRoutes(ctx),
    ...conversationRoutes(ctx),
    ...inboxRoutes(ctx),
    ...notificationRoutes(ctx),
  ]
}

/** The HTTP server with doors, sign-in, live stream, health and pages; not yet listening. `endStreams` closes the live ones. */
export async function buildServer(serving: Serving): Promise<{ app: FastifyInstance; endStreams(): void }> {
  const { ctx, auth, identifier } = serving
  const app = await buildHttpServer({
    log: ctx.log,
    database: ctx.database,
    doors: doorsOf(ctx, auth, serving.sample),
    statusOfCode: statusOfRefusal,
    authenticate: (request): Promise<Actor | null> => identifier.identify(request),
    ownOrigins: [new URL(ctx.publicUrl).origin],
    requestsPerMinute: serving.requestsPerMinute,
    checkAnswers: serving.test !== null,
    publicUrl: ctx.publicUrl,
  })
  await mountAuth(app, auth)
  const streams = mountLiveStream(app, ctx, request => identifier.identify(request))
  mountHealth(app, ctx)
  if (serving.test) mountTestClock(app, serving.test.clock, serving.test.sweeps)
  await servePages(app)
  return { app, endStreams: () => streams.stop() }
}
