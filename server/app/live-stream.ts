import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { LiveEvent } from '#domain/kernel/live.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type CaseGlance, glanceAtCases } from '#server/cases/glance-at-cases.ts'
import type { Context } from '#server/platform/context.ts'
import type { EventsRow } from '#server/platform/db/tables.ts'
import { sendProblem } from '#server/platform/http/problem.ts'
import { placeOf, readPlace } from './live-place.ts'
import { tellingFor } from './live-telling.ts'

const beatMs = 15_000
/** More than this was missed: the browser fetches everything anew instead. */
const catchUpLimit = 1_000

type Identify = (request: FastifyRequest) => Promise<Actor | null>

/**
 * GET /api/v1/events: what this actor may see, as it happens, as server-sent events with catch-up by
 * Last-Event-ID. Rights are looked up again with every batch, so a revoked session falls silent (Z6, Z10).
 */
export function mountLiveStream(app: FastifyInstance, ctx: Context, identify: Identify): { stop(): void } {
  const open = new Set<FastifyReply>()
  app.get('/api/v1/events', { config: { rateLimit: false } }, async (request, reply) => {
    const actor = await identify(request)
    if (!actor) return sendProblem(reply, { title: 'Not signed in', status: 401, code: 'NOT_SIGNED_IN' })
    await beginStream(reply)
    open.add(reply)
    const say = writerOf(ctx, request, reply, identify, actor.workspaceId)
    const unfollow = ctx.feed.follow(actor.workspaceId, say)
    const beat = setInterval(() => void keepAlive(request, reply, identify), beatMs)
    reply.raw.on('close', () => {
      open.delete(reply)
      unfollow()
      clearInterval(beat)
    })
    await catchUp(ctx, request, reply, actor.workspaceId, say)
    return reply
  })
  return {
    stop() {
      for (const reply of open) reply.raw.end()
    },
  }
}

async function beginStream(reply: FastifyReply): Promise<void> {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  reply.raw.write('retry: 1000\n: welcome\n\n')
}

/** A stream whose session has ended is closed; the browser then learns on reconnecting that it must sign in. */
async function keepAlive(request: FastifyRequest, reply: FastifyReply, identify: Identify): Promise<void> {
  const actor = await identify(request).catch(() => null)
  if (actor) reply.raw.write(': here\n\n')
  else reply.raw.end()
}

function writerOf(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  identify: Identify,
  workspaceId: string,
) {
  let turn = Promise.resolve()
  return (events: EventsRow[]) => {
    turn = turn
      .then(async () => {
        const actor = await identify(request)
        if (!actor) return void reply.raw.end()
        const cases = await glance(ctx, workspaceId, events)
        for (const event of events) write(reply, event, tellingFor(actor, event, cases))
      })
      .catch(error => {
        ctx.log.warn({ err: error }, 'a live stream could not be written')
        // Nothing may be left out: the browser comes back and asks from the last event it has.
        glances.delete(events)
        reply.raw.end()
      })
  }
}

/** Several streams are told of the same events at once: the cases behind them are looked up once. */
const glances = new WeakMap<EventsRow[], Promise<Map<string, CaseGlance>>>()

function glance(ctx: Context, workspaceId: string, events: EventsRow[]): Promise<Map<string, CaseGlance>> {
  const known = glances.get(events)
  if (known) return known
  const ids = [...new Set(events.flatMap(event => (event.case_id ? [event.case_id] : [])))]
  const found =
    ids.length === 0
      ? Promise.resolve(new Map<string, CaseGlance>())
      : ctx.database.read(workspaceId, tx => glanceAtCases(tx, ids))
  glances.set(events, found)
  return found
}

function write(reply: FastifyReply, event: EventsRow, telling: LiveEvent[]): void {
  for (const told of telling) reply.raw.write(`id: ${placeOf(event)}\ndata: ${JSON.stringify(told)}\n\n`)
}

async function catchUp(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  workspaceId: string,
  say: (events: EventsRow[]) => void,
): Promise<void> {
  const last = request.headers['last-event-id']
  if (typeof last !== 'string' || last === '') return
  const place = readPlace(last)
  const missed = place ? await ctx.feed.since(workspaceId, place, catchUpLimit) : null
  if (missed === null) reply.raw.write(`data: ${JSON.stringify({ kind: 'reset' } satisfies LiveEvent)}\n\n`)
  else if (missed.length > 0) say(missed)
}
