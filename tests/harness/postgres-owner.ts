import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(import.meta.resolve('#tests/harness/own-postgres.ts'))

/** Who the owner runs as; only root can choose. */
export type RunAs = { readonly uid: number; readonly gid: number }

/** What the owner said first. */
export type Hello = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly pid: number
  readonly refused?: string
}

/** A process that owns an embedded PostgreSQL and can be killed. */
export type Owner = {
  readonly hello: Hello
  readonly process: ChildProcess
  /** Everything it logged so far. */
  readonly logged: () => string
  readonly signal: (signal: NodeJS.Signals) => Promise<void>
}

/** Starts `own-postgres.ts` on a folder and waits for its first line. `path` is its PATH. */
export async function startOwner(
  folder: string,
  options: { readonly runAs?: RunAs | undefined; readonly path?: string; readonly disposable?: boolean } = {},
): Promise<Owner> {
  const child = spawn(process.execPath, [program, folder, options.disposable ? 'disposable' : 'kept'], {
    ...options.runAs,
    env: { ...process.env, ...(options.path === undefined ? {} : { PATH: options.path }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logged = ''
  child.stderr.on('data', chunk => {
    logged += String(chunk)
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`The owner ended early:\n${logged}`)))
  ended.catch(() => undefined)
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(name)
    await exit
  }
  return { hello: JSON.parse(String(line)), process: child, logged: () => logged, signal }
}

/** A new folder for data that is open for passing through, as most folders are, and belongs to `runAs`. */
export function makeFolder(runAs?: RunAs): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'docket-pg-'))
  chmodSync(path, 0o755)
  if (runAs) chownSync(path, runAs.uid, runAs.gid)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
