import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { answerErrors } from './errors.ts'
import { keepAnswers, mountDoor } from './mount.ts'
import { describeApi } from './reference.ts'
import type { HttpSetup } from './setup.ts'

/** 12 MB: the longest JSON that anything sends us is a reply with its text. */
const bodyLimit = 12 * 1024 * 1024

/** The HTTP server with every door mounted; not yet listening. */
export async function buildHttpServer(setup: HttpSetup): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: setup.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 60_000,
  })
  app.decorateRequest('actor', null)
  answerErrors(app, setup.statusOfCode)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: pagePolicy(setup.publicUrl),
    strictTransportSecurity: setup.publicUrl.startsWith('https:'),
  })
  // A server that cannot keep up says so (503) instead of piling up work.
  await app.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 5 })
  await app.register(rateLimit, {
    max: setup.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: request => request.headers.authorization ?? request.headers.cookie ?? request.ip,
  })
  await describeApi(app, setup.publicUrl)
  keepAnswers(app, setup)
  for (const door of setup.doors) mountDoor(app, door, setup)
  return app
}

/** What our own pages may load: themselves, and nothing else (H16). Mantine writes style attributes. */
function pagePolicy(publicUrl: string) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(publicUrl.startsWith('https:') ? { upgradeInsecureRequests: [] } : {}),
    },
  }
}
