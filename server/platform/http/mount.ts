import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#domain/people/actor.ts'
import { type Claim, runUnderClaim } from '#server/platform/db/claim.ts'
import type { Door } from './door.ts'
import { fingerprintOf, recall, remember } from './idempotency.ts'
import { invalidFields, sendProblem } from './problem.ts'
import type { HttpSetup } from './setup.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
}

const base = '/api/v1'

/** Gives a door its place: who is there, is the input well-formed, has this been asked before, then the act. */
export function mountDoor(app: FastifyInstance, door: Door, setup: HttpSetup): void {
  app.route({
    method: door.method,
    url: base + door.path,
    config: { door },
    // Strangers have little to say (A9).
    ...(door.open ? { bodyLimit: 64 * 1024 } : {}),
    handler: async (request, reply) => {
      const actor = door.open ? null : await setup.authenticate(request)
      if (!door.open && !actor) {
        return sendProblem(reply, { title: 'Not signed in', status: 401, code: 'NOT_SIGNED_IN' })
      }
      if (isForeignPage(request, setup.ownOrigins)) {
        return sendProblem(reply, { title: 'Not from here', status: 403, code: 'FOREIGN_ORIGIN' })
      }
      request.actor = actor
      const claim = actor ? claimOf(request, actor) : null
      return claim ? visitOnce(door, setup, request, reply, claim) : visit(door, setup, request, reply)
    },
  })
}

/** A change asked for with a cookie must come from our own pages (CSRF); tokens are not sent by browsers on their own. */
function isForeignPage(request: FastifyRequest, ownOrigins: readonly string[]): boolean {
  if (request.method === 'GET' || request.headers.authorization) return false
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.origin
  return origin !== undefined && !ownOrigins.includes(origin)
}

async function visit(door: Door, setup: HttpSetup, request: FastifyRequest, reply: FastifyReply) {
  const input: { params?: unknown; query?: unknown; body?: unknown } = {}
  for (const place of ['params', 'query', 'body'] as const) {
    const shape = door[place]
    if (!shape) continue
    const parsed = shape.safeParse(place === 'body' ? (request.body ?? {}) : request[place])
    if (!parsed.success) {
      const errors = invalidFields(parsed.error, place === 'body' ? '' : place)
      return sendProblem(reply, {
        title: 'The request is not well-formed',
        status: 400,
        code: 'INVALID',
        ...(errors ? { errors } : {}),
      })
    }
    input[place] = parsed.data
  }
  const answer = await door.handle({
    actor: request.actor,
    params: input.params,
    query: input.query,
    body: input.body,
    request,
    reply,
  })
  if (reply.sent) return reply
  reply.status(reply.statusCode === 200 ? door.status : reply.statusCode)
  if (door.answer) return sendAnswer(door, setup, reply, answer)
  return answer === undefined ? reply.send() : reply.send(answer)
}

function sendAnswer(door: Door, setup: HttpSetup, reply: FastifyReply, answer: unknown): FastifyReply {
  const body = JSON.stringify(answer)
  if (setup.checkAnswers) {
    const checked = door.answer!.safeParse(JSON.parse(body))
    if (!checked.success)
      throw new Error(
        `${door.method} ${door.path} answers in a shape it does not promise: ${checked.error.message}`,
      )
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(body)
}

function claimOf(request: FastifyRequest, actor: Actor): Claim | null {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || typeof key !== 'string' || key.length === 0 || key.length > 200)
    return null
  return {
    workspaceId: actor.workspaceId,
    owner: actor.userId,
    key,
    fingerprint: fingerprintOf(request.method, request.url, request.body),
    stored: false,
  }
}

const underWay = new Set<string>()

/** A request with a key: answered from memory if it was answered before, refused while its twin runs (I1). */
async function visitOnce(
  door: Door,
  setup: HttpSetup,
  request: FastifyRequest,
  reply: FastifyReply,
  claim: Claim,
) {
  const name = `${claim.workspaceId} ${claim.owner} ${claim.key}`
  const known = await recall(setup.database, claim)
  if (known.kind === 'answered') {
    const type = known.status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8'
    return reply
      .status(known.status)
      .header('content-type', type)
      .header('idempotent-replay', 'true')
      .send(known.body)
  }
  if (known.kind === 'other_request') {
    return sendProblem(reply, {
      title: 'This Idempotency-Key was used for another request',
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
  }
  if (known.kind === 'unfinished' || underWay.has(name)) {
    return sendProblem(reply, {
      title: 'The first request with this Idempotency-Key has not been answered yet',
      status: 409,
      code: 'IDEMPOTENCY_IN_PROGRESS',
    })
  }
  underWay.add(name)
  reply.raw.once('close', () => underWay.delete(name))
  reply.claim = claim
  return runUnderClaim(claim, () => visit(door, setup, request, reply))
}

declare module 'fastify' {
  interface FastifyReply {
    claim?: Claim
  }
}

/** Keeps the answer of a claimed request before it leaves. */
export function keepAnswers(app: FastifyInstance, setup: HttpSetup): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (
      reply.claim &&
      typeof payload === 'string' &&
      reply.statusCode !== 401 &&
      reply.statusCode !== 429 &&
      reply.statusCode !== 503
    ) {
      await remember(setup.database, reply.claim, reply.statusCode, payload)
    }
    return payload
  })
}
