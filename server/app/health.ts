import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Context } from '#server/platform/context.ts'
import { findDatabaseAlive, findQueueLength } from './find-state.ts'

/** Health for machines: /healthz says that the process lives, /readyz that it can work, /metrics how much it does. */
export function mountHealth(app: FastifyInstance, ctx: Context): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  timeRequests(app, registry)
  countQueue(registry, ctx)
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await findDatabaseAlive(ctx.database)
      return { ok: true }
    } catch {
      return reply.status(503).send({ ok: false, reason: 'The database does not answer.' })
    }
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

function timeRequests(app: FastifyInstance, registry: Registry): void {
  const duration = new Histogram({
    name: 'docket_http_request_duration_seconds',
    help: 'How long requests took, by door and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'docket_http_failures_total',
    help: 'Answers with status 500 and above',
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode >= 500) failures.inc()
  })
}

function countQueue(registry: Registry, ctx: Context): void {
  new Gauge({
    name: 'docket_jobs',
    help: 'Jobs in the queue: waiting, running, and given up after their last try',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, running, givenUp } = await findQueueLength(ctx.database)
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'running' }, running)
      this.set({ state: 'given_up' }, givenUp)
    },
  })
}
