import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Context } from '#server/platform/context.ts'
import { faultOf } from '#server/platform/db/faults.ts'
import type { Queries } from '#server/platform/db/queries.ts'
import { DatabaseUnavailable } from '#server/platform/db/transaction.ts'
import { Refused } from '#server/platform/refusal.ts'
import { addressHeader, plainOptions, secondFactor, tableNames } from './options.ts'
import { hashOfPassword, isPassword } from './passwords.ts'
import { globalQueries } from './queries.ts'
import { endOtherSessions, useCodeOnce } from './store.ts'

/** What a session cookie stands for. */
export type Session = { loginId: string; workspaceId: string }

/** Who signs in by password from inside the server, and from where. */
export type SignIn = {
  email: string
  password: string
  workspaceId: string
  address: string
  userAgent: string
}

/** Signing in and all that belongs to it; the rest of the server knows sessions only through this. */
export type Auth = {
  publicUrl: string
  cookieName: string
  /** The cookie between password and second factor. */
  stepCookieName: string
  /** Answers a request to /api/auth/*. */
  handle(request: Request): Promise<Response>
  /** The session of a Cookie header, or null. Throws DatabaseUnavailable. */
  sessionOf(cookies: string): Promise<Session | null>
  /** Cookies to send so that a session in use does not end; none while it is young. */
  renew(cookies: string): Promise<string[]>
  /** Signs in; gives the cookies to send. `complete` is false when a second factor is still wanted. */
  signIn(who: SignIn): Promise<{ cookies: string[]; complete: boolean }>
  /** Calls back whenever sessions have ended, so that nobody goes on working from memory (A5). */
  onEnded(listener: () => void): void
}

/** What the people of the house answer about a login. */
export type LoginRules = {
  /** The workspace a login's new session belongs to: `wanted` if it may, else its first; null if it has none. */
  workspaceOf(loginId: string, wanted: string | null): Promise<string | null>
  /** Password or second factor were changed: whatever else gives access must end (A5). */
  credentialsChanged(loginId: string): Promise<void>
}

const workspaceHeader = 'x-docket-workspace'
/** A week without use ends a session; use renews it once a day. */
const sessionSeconds = 7 * 86_400
const renewSeconds = 86_400

type Needs = Pick<Context, 'database' | 'clock' | 'log' | 'seal' | 'publicUrl'>

/** Opens the sign-in: e-mail and password, authenticator app, sessions, on the same database. Calls nobody outside. */
export async function openAuth(ctx: Needs, rules: LoginRules): Promise<Auth> {
  const ended = new Set<() => void>()
  const tellEnded = () => {
    for (const listener of ended) listener()
  }
  const library = openLibrary(ctx, rules, tellEnded)
  const { authCookies, createAuthCookie } = await library.$context
  return {
    publicUrl: ctx.publicUrl,
    cookieName: authCookies.sessionToken.name,
    stepCookieName: createAuthCookie('two_factor').name,
    handle: request => library.handler(request),
    sessionOf: cookies => sessionOf(library, cookies),
    async renew(cookies) {
      const answer = await library.api.getSession({
        headers: new Headers({ cookie: cookies }),
        returnHeaders: true,
      })
      return answer.headers.getSetCookie()
    },
    signIn: who => signIn(library, who),
    onEnded: listener => void ended.add(listener),
  }
}

type Library = ReturnType<typeof openLibrary>

function openLibrary(ctx: Needs, rules: LoginRules, tellEnded: () => void) {
  const q = globalQueries(ctx.database)
  return betterAuth({
    ...plainOptions(ctx.publicUrl, ctx.log),
    ...tableNames,
    secret: ctx.seal.sign('sign-in', 'one') + ctx.seal.sign('sign-in', 'two'),
    database: { db: q, type: 'postgres' },
    verification: { ...tableNames.verification, storeIdentifier: 'hashed' },
    session: { ...tableNames.session, expiresIn: sessionSeconds, updateAge: renewSeconds, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
      password: {
        hash: password => orTooMany(hashOfPassword(password)),
        verify: ({ hash, password }) => orTooMany(isPassword(hash, password)),
      },
    },
    plugins: [secondFactor()],
    databaseHooks: sessionHooks(ctx, q, rules, tellEnded),
    hooks: {
      after: createAuthMiddleware(async endpoint => {
        const made = endpoint.context.newSession
        if (!made || !changesCredentials(endpoint.path, endpoint.context.session !== null)) return
        await endOtherSessions(q, made.user.id, made.session.token)
        await rules.credentialsChanged(made.user.id)
        tellEnded()
      }),
    },
  })
}

/** What happens when a session begins or ends, whatever way led there. */
function sessionHooks(ctx: Needs, q: Queries, rules: LoginRules, tellEnded: () => void) {
  return {
    session: {
      create: {
        async before(session, endpoint) {
          const wanted =
            endpoint?.context.session?.session.workspaceId ?? endpoint?.headers?.get(workspaceHeader)
          const workspaceId = await rules.workspaceOf(
            session.userId,
            typeof wanted === 'string' ? wanted : null,
          )
          // The same answer as for a wrong password (A7).
          if (!workspaceId) throw refusal('INVALID_EMAIL_OR_PASSWORD', 'Invalid email or password')
          const fresh = await isFreshCode(ctx, q, session.userId, endpoint)
          if (!fresh) throw refusal('INVALID_CODE', 'Invalid code')
          return { data: { ...session, workspaceId } }
        },
      },
      delete: { after: async () => tellEnded() },
    },
  } satisfies BetterAuthOptions['databaseHooks']
}

function refusal(code: string, message: string): APIError {
  return new APIError('UNAUTHORIZED', { code, message })
}

/** Setting up the second factor ends in the same request as signing in with it, but within a session. */
function changesCredentials(path: string, withinSession: boolean): boolean {
  if (path === '/change-password' || path === '/two-factor/disable') return true
  return path === '/two-factor/verify-totp' && withinSession
}

type Endpoint = { path?: string; body?: unknown } | null

/** A code of an authenticator app opens one session, not two (A6). */
async function isFreshCode(ctx: Needs, q: Queries, loginId: string, endpoint: Endpoint): Promise<boolean> {
  if (endpoint?.path !== '/two-factor/verify-totp') return true
  const { code } = endpoint.body as { code: string }
  return useCodeOnce(q, loginId, code, ctx.clock.now())
}

async function orTooMany<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new APIError('TOO_MANY_REQUESTS', { code: error.code, message: 'Too many requests' })
  }
}

async function sessionOf(library: Library, cookies: string): Promise<Session | null> {
  try {
    const found = await library.api.getSession({
      headers: new Headers({ cookie: cookies }),
      query: { disableRefresh: true },
    })
    return found ? { loginId: found.user.id, workspaceId: found.session.workspaceId } : null
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    if (cause instanceof DatabaseUnavailable) throw cause
    if (faultOf(cause) === 'connection_lost') {
      throw new DatabaseUnavailable('The database does not answer.', { cause })
    }
    throw error
  }
}

async function signIn(library: Library, who: SignIn): Promise<{ cookies: string[]; complete: boolean }> {
  const answer = await library.api.signInEmail({
    body: { email: who.email, password: who.password },
    headers: new Headers({
      [addressHeader]: who.address,
      [workspaceHeader]: who.workspaceId,
      'user-agent': who.userAgent,
    }),
    returnHeaders: true,
  })
  const waits = 'twoFactorRedirect' in answer.response
  return { cookies: answer.headers.getSetCookie(), complete: !waits }
}
