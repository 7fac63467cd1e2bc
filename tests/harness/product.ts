import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDocket } from '#server/app/start-docket.ts'
import { newSecret } from '#server/platform/ids.ts'
import { loadConfig } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import { beginLifetime } from '#server/platform/lifetime.ts'
import { openLog } from '#server/platform/log.ts'
import { cloneDatabase } from './database.ts'

/** What a call of the API answered. */
export type Answer = { status: number; headers: Headers; body: any }

/** The whole product, running in this process on a database of its own. */
export type Product = {
  url: string
  smtpPort: number
  ctx: Context
  /** An API token of the owner. */
  token: string
  /** Calls /api/v1 as the owner, or with another token. */
  call(method: string, path: string, body?: unknown, as?: { token?: string; headers?: Record<string, string> }): Promise<Answer>
  /** Moves the clock and runs what became due. */
  moveTo(moment: Date): Promise<void>
  stop(): Promise<void>
}
