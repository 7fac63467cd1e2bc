import { openSetup } from '#server/people/set-up.ts'
import type { TestApp } from './people-app.ts'

/** What tests read of an answer; a field that is missing makes the test fail where it is compared. */
export type Body = {
  id: string
  name: string
  email: string
  role: string
  code: string
  link: string
  value: string
  version: number
  level: string
  state: string
  items: Body[]
  entries: unknown[]
  members: Body[]
  channels: Body[]
  groups: Body[]
  workspace: { id: string; name: string }
  channelLevels: Record<string, string>
  data: Record<string, unknown>
  totpURI: string
  backupCodes: string[]
  [field: string]: unknown
}

export type Answer = { status: number; body: Body; headers: Headers; text: string }

/** Somebody with a browser: keeps cookies from answer to answer. */
export type Caller = {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  del(path: string): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** A new browser, or a program with a token. Paths without /api stand below /api/v1. */
export function caller(app: Pick<TestApp, 'url'>, token?: string): Caller {
  const cookies = new Map<string, string>()
  const send: Caller['send'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(app.url + (path.startsWith('/api') ? path : `/api/v1${path}`), {
      method,
      headers: { ...headersOf(cookies, token, body), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    const text = await answer.text()
    const parsed = (text ? parse(text) : undefined) as Body
    return { status: answer.status, headers: answer.headers, text, body: parsed }
  }
  return {
    cookies,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body = {}, headers) => send('POST', path, body, headers),
    put: (path, body = {}) => send('PUT', path, body),
    patch: (path, body = {}) => send('PATCH', path, body),
    del: path => send('DELETE', path),
  }
}

function headersOf(cookies: Map<string, string>, token: string | undefined, body: unknown) {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookies.size > 0 ? { cookie: [...cookies].map(pair => pair.join('=')).join('; ') } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  if (attributes.some(one => one.toLowerCase() === 'max-age=0')) cookies.delete(name)
  else cookies.set(name, value)
}

export const password = 'correct horse battery staple'

/** Sets the server up; gives the owner's browser. */
export async function setUp(app: TestApp, email = 'olga@example.org'): Promise<Caller> {
  const link = await openSetup(app.ctx)
  const owner = caller(app)
  const answer = await owner.post('/setup', {
    code: link!.split('#code=')[1],
    workspace: 'Acme',
    name: 'Olga Owner',
    email,
    password,
  })
  if (answer.status !== 201) throw new Error(`Setting up failed: ${answer.text}`)
  return owner
}

/** Invites somebody and accepts for them; gives their browser, signed in. */
export async function join(
  app: TestApp,
  by: Caller,
  person: { name: string; role?: string; email?: string; teamIds?: string[]; groupIds?: string[] },
): Promise<Caller & { id: string; email: string }> {
  const email = person.email ?? `${person.name.toLowerCase().replaceAll(' ', '.')}@example.org`
  const { name: _, ...rest } = person
  const invited = await by.post('/invitations', { ...rest, email })
  if (invited.status !== 201) throw new Error(`Inviting failed: ${invited.text}`)
  const guest = caller(app)
  const token = invited.body.link.split('#token=')[1]
  const accepted = await guest.post('/invitations/accept', { token, name: person.name, password })
  if (accepted.status !== 201) throw new Error(`Accepting failed: ${accepted.text}`)
  const me = await guest.get('/me')
  return Object.assign(guest, { id: me.body.id as string, email })
}

/** Signs in by password; gives the answer. */
export function signIn(who: Caller, email: string, secret = password): Promise<Answer> {
  return who.post('/api/auth/sign-in/email', { email, password: secret })
}

/** One channel of the workspace by its name, as `who` sees it. */
export async function channelNamed(who: Caller, name: string): Promise<Body> {
  const { body } = await who.get('/channels')
  return body.items.find(one => one.name === name)!
}
