import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Context } from '#server/platform/context.ts'
import { sendProblem } from '#server/platform/http/problem.ts'

/** Health for machines: /healthz says that the process lives, /readyz that it can work, /metrics how much it does. */
export function mountHealth(app: FastifyInstance, ctx: Context): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  timeRequests(app, registry)
  countQueue(registry, ctx)
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(ctx.database.global)
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
      const counted = await sql<{ waiting: string; running: string; given_up: string }>`
        select count(*) filter (where locked_at is null and attempts < max_attempts) as waiting,
          count(*) filter (where locked_at is not null) as running,
          count(*) filter (where attempts >= max_attempts and locked_at is null) as given_up
        from graphile_worker._private_jobs`.execute(ctx.database.global)
      const row = counted.rows[0]!
      this.set({ state: 'waiting' }, Number(row.waiting))
      this.set({ state: 'running' }, Number(row.running))
      this.set({ state: 'given_up' }, Number(row.given_up))
    },
  })
}
