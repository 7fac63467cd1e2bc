import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invalidFields, sendProblem } from '#server/platform/http/problem.ts'
import { hashOf } from '#server/platform/ids.ts'
import type { Auth } from './auth.ts'
import { type Brake, createBrake } from './brake.ts'
import { addressHeader } from './options.ts'
import { type AuthPath, authPaths } from './paths.ts'

const base = '/api/auth'
/** More than any of these requests needs; longer ones are refused before they are read (A9). */
const bodyLimit = 16 * 1024

/** How often one may try within a minute: one account from one address, and one address altogether (D7). */
export type TryLimits = { account: number; address: number }
const usualLimits: TryLimits = { account: 10, address: 300 }

type Settings = { auth: Auth; ownOrigins: readonly string[]; limits: TryLimits; brake: Brake }

/**
 * Mounts the sign-in under /api/auth. Only the paths of paths.ts exist; requests of foreign pages are refused,
 * and errors are answered in the form of all our errors.
 */
export async function mountAuth(
  app: FastifyInstance,
  auth: Auth,
  options: { ownOrigins?: readonly string[]; limits?: TryLimits } = {},
): Promise<void> {
  const settings: Settings = {
    auth,
    ownOrigins: [new URL(auth.publicUrl).origin, ...(options.ownOrigins ?? [])],
    limits: options.limits ?? usualLimits,
    brake: createBrake(),
  }
  await app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    for (const [name, path] of Object.entries(authPaths)) {
      scope.route({
        method: path.method,
        url: base + name,
        bodyLimit,
        handler: (request, reply) => pass(settings, name, path, request, reply),
      })
    }
  })
}

async function pass(
  settings: Settings,
  name: string,
  path: AuthPath,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (path.method === 'POST' && isForeign(request, settings.ownOrigins)) {
    return sendProblem(reply, { title: 'Not from here', status: 403, code: 'FOREIGN_ORIGIN' })
  }
  const parsed = path.body?.safeParse(readBody(request.body))
  if (parsed && !parsed.success) {
    const errors = invalidFields(parsed.error, '')
    return sendProblem(reply, {
      title: 'The request is not well-formed',
      status: 400,
      code: 'INVALID',
      ...(errors ? { errors } : {}),
    })
  }
  const keys = triesOf(settings.auth, name, path, request, parsed?.data)
  const wait = press(settings, keys)
  if (wait !== null) {
    reply.header('retry-after', String(wait))
    return sendProblem(reply, { title: 'Too many requests', status: 429, code: 'TOO_MANY_REQUESTS' })
  }
  const answer = await settings.auth.handle(asWebRequest(settings.auth, name, request, parsed?.data))
  if (answer.ok) for (const { key } of keys) settings.brake.release(key)
  return sendBack(reply, answer)
}

/** Browsers always say where a POST comes from; whoever does not is no browser and holds no cookie by accident. */
function isForeign(request: FastifyRequest, ownOrigins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const { origin } = request.headers
  return origin !== undefined && !ownOrigins.includes(origin)
}

function readBody(body: unknown): unknown {
  if (typeof body !== 'string' || body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

type Try = { key: string; limit: 'account' | 'address' }

/** What a request is counted under. Good tries are taken back, so that nobody is locked out of their own account. */
function triesOf(auth: Auth, name: string, path: AuthPath, request: FastifyRequest, body: unknown): Try[] {
  if (path.counted === 'no') return []
  const { cookies } = request
  const who =
    path.counted === 'account'
      ? (body as { email: string }).email.toLowerCase()
      : `${cookies[auth.cookieName]} ${cookies[auth.stepCookieName]}`
  const named = hashOf(`${name}\n${request.ip}\n${who}`).toString('base64url')
  return [
    { key: named, limit: 'account' },
    { key: request.ip, limit: 'address' },
  ]
}

function press(settings: Settings, tries: Try[]): number | null {
  for (const { key, limit } of tries) {
    const wait = settings.brake.press(key, settings.limits[limit])
    if (wait !== null) return wait
  }
  return null
}

function asWebRequest(auth: Auth, name: string, request: FastifyRequest, body: unknown): Request {
  const headers = new Headers({
    // Whether this is one of our pages was decided above.
    origin: new URL(auth.publicUrl).origin,
    [addressHeader]: request.ip,
    'user-agent': request.headers['user-agent'] ?? '',
    accept: 'application/json',
  })
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  if (body !== undefined) headers.set('content-type', 'application/json')
  return new Request(new URL(base + name, auth.publicUrl), {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function sendBack(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  const text = await answer.text()
  if (answer.ok) {
    return reply.status(answer.status).header('content-type', 'application/json; charset=utf-8').send(text)
  }
  const { code, message } = (readBody(text) ?? {}) as { code?: string; message?: string }
  return sendProblem(reply, {
    title: message ?? 'This was refused',
    status: answer.status,
    code: answer.status >= 500 ? 'BUG' : (code ?? 'REFUSED'),
  })
}
