import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { momentShape } from '#domain/kernel/shapes.ts'
import type { MovableClock } from '#server/platform/clock.ts'
import { sendProblem } from '#server/platform/http/problem.ts'
import type { Sweep } from '#server/platform/jobs/runner.ts'

const wishShape = z.strictObject({ now: momentShape })

/**
 * PUT /api/v1/test/clock: moves the time and runs what became due, so that days can pass in a test.
 * Mounted only with DOCKET_TEST_CLOCK=1, which the configuration refuses in production.
 */
export function mountTestClock(app: FastifyInstance, clock: MovableClock, sweeps: readonly Sweep[]): void {
  app.put('/api/v1/test/clock', async (request, reply) => {
    const wish = wishShape.safeParse(request.body)
    if (!wish.success)
      return sendProblem(reply, {
        title: 'Say the time: {"now": "2026-01-31T12:00:00Z"}',
        status: 400,
        code: 'INVALID',
      })
    clock.moveTo(new Date(wish.data.now))
    for (const sweep of sweeps) await sweep.run()
    return { now: clock.now().toISOString() }
  })
}
