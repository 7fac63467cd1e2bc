import { EventEmitter } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDocket } from '#server/app/start-docket.ts'
import { loadConfig } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import { newSecret } from '#server/platform/ids.ts'
import { beginLifetime } from '#server/platform/lifetime.ts'
import { openLog } from '#server/platform/log.ts'
import { cloneDatabase } from './database.ts'

/** A JSON body, read freely: a test knows what it expects, and fails where it is wrong. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes are checked by the server itself in tests
export type Body = any

/** What a call of the API answered. */
export type Answer = { status: number; headers: Headers; body: Body }

/** The whole product, running in this process on a database of its own. */
export type Product = {
  url: string
  smtpPort: number
  ctx: Context
  /** An API token of the owner. */
  token: string
  /** Calls /api/v1 as the owner, or with another token. */
  call(
    method: string,
    path: string,
    body?: unknown,
    as?: { token?: string; headers?: Record<string, string> },
  ): Promise<Answer>
  /** Moves the clock and runs what became due. */
  moveTo(moment: Date): Promise<void>
  stop(): Promise<void>
}

/** Starts one; `settings` are further variables of the environment. Everything it left is gone after `stop`. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const clone = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'docket-product-'))
  const token = newSecret('dkt')
  const config = loadConfig({ ...environment(folder, token), ...settings })
  const log = openLog(config.logLevel)
  const lifetime = beginLifetime({ log: () => undefined, exit: () => undefined, process: new EventEmitter() })
  const reached = { appUrl: clone.appUrl, directUrl: clone.appUrl, ownerUrl: clone.ownerUrl }
  const running = await startDocket(
    config,
    { serve: true, work: true, sample: false },
    lifetime,
    log,
    reached,
  )
  const call = callerOf(running.publicUrl, token)
  return {
    url: running.publicUrl,
    smtpPort: running.smtpPort,
    ctx: running.ctx,
    token,
    call,
    async moveTo(moment) {
      await call('PUT', '/test/clock', { now: moment.toISOString() })
    },
    async stop() {
      await lifetime.stop('the test is over')
      await clone.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function environment(folder: string, token: string): Record<string, string> {
  return {
    PORT: '0',
    DOCKET_SMTP_PORT: '0',
    DOCKET_DATA: folder,
    DOCKET_TEST_CLOCK: '1',
    DOCKET_OWNER_EMAIL: 'olga@acme.example',
    DOCKET_OWNER_PASSWORD: 'a-long-enough-password',
    DOCKET_OWNER_TOKEN: token,
    DOCKET_LOG: 'error',
    DOCKET_REQUESTS_PER_MINUTE: '1000000',
  }
}

function callerOf(url: string, token: string): Product['call'] {
  return async (method, path, body, as = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${as.token ?? token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...as.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text }
  }
}
