import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memoryMark, type ReadReply, type ReadRequest, type UnreadableReason } from './reading-messages.ts'

/** How a reading process ended a mail: with an answer, or with its own death. */
export type ReadingOutcome =
  | Exclude<ReadReply, { kind: 'ready' }>
  | { kind: 'died'; reason: Exclude<UnreadableReason, 'malformed' | 'size'>; detail: string }

/** One process that reads mail. `ask` takes one mail at a time and always settles by its deadline. */
export type ReadingProcess = {
  pid: number
  alive(): boolean
  ask(raw: Uint8Array, deadlineMs: number): Promise<ReadingOutcome>
  /** Let it go; resolves when it is gone. */
  end(): Promise<void>
}

const longestErrorText = 4_000
const root = fileURLToPath(new URL('../../../', import.meta.url))
const entry = fileURLToPath(new URL('./reading-child.ts', import.meta.url))
/** What the process needs from its surroundings: nothing on Linux, system folders on Windows. */
const passedOn = ['SystemRoot', 'windir']

/**
 * Start a reading process. It has no secrets in its environment, may read nothing but the program's own
 * files, may write nothing and start nothing. Rejects where it is not ready within `startMs`.
 */
export async function startReadingProcess(options: {
  memoryMb: number
  startMs: number
}): Promise<ReadingProcess> {
  const child = fork(entry, [String(options.memoryMb)], {
    serialization: 'advanced',
    execArgv: processFlags(options.memoryMb),
    env: smallEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const gone = watchEnd(child)
  await untilReady(child, gone, options.startMs)
  return {
    pid: child.pid ?? 0,
    alive: () => child.connected && child.exitCode === null && child.signalCode === null,
    ask: (raw, deadlineMs) => ask(child, gone, raw, deadlineMs),
    end: async () => {
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), 1_000)
      await gone
      clearTimeout(timer)
    },
  }
}

function processFlags(memoryMb: number): string[] {
  const readable = [
    join(root, 'server', 'platform', 'mail', '*'),
    join(root, 'domain', '*'),
    join(root, 'package.json'),
  ]
  const modules = [join(root, 'node_modules', '*'), join(realpathSync(join(root, 'node_modules')), '*')]
  return [
    '--no-warnings',
    `--max-old-space-size=${Math.floor(memoryMb * 0.6)}`,
    '--permission',
    '--allow-worker',
    ...new Set([...readable, ...modules].map(path => `--allow-fs-read=${path}`)),
  ]
}

function smallEnvironment(): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { TZ: 'UTC', ...Object.fromEntries(kept) }
}

type End = { signal: string | null; code: number | null; errorText: string }

/** Resolves once, when the process is gone and what it wrote has arrived; never rejects. */
async function watchEnd(child: ChildProcess): Promise<End> {
  let errorText = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errorText = (errorText + chunk.toString()).slice(-longestErrorText)
  })
  const written = new Promise<void>(resolve => child.stderr?.once('close', resolve))
  const end = await new Promise<Omit<End, 'errorText'>>(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', error => {
      errorText += String(error)
      if (child.pid === undefined) resolve({ code: null, signal: null })
    })
  })
  if (child.pid !== undefined) await written
  return { ...end, errorText }
}

async function untilReady(child: ChildProcess, gone: Promise<End>, startMs: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), startMs)
  const ready = new Promise<null>(resolve => child.once('message', () => resolve(null)))
  const ended = await Promise.race([ready, gone])
  clearTimeout(timer)
  if (ended)
    throw new Error(`The reading process did not start: ${ended.errorText || ended.signal || ended.code}`)
}

function ask(
  child: ChildProcess,
  gone: Promise<End>,
  raw: Uint8Array,
  deadlineMs: number,
): Promise<ReadingOutcome> {
  return new Promise(resolve => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, deadlineMs)
    const settle = (outcome: ReadingOutcome) => {
      clearTimeout(timer)
      child.off('message', onReply)
      resolve(outcome)
    }
    const onReply = (reply: ReadReply) => {
      if (reply.kind !== 'ready') settle(reply)
    }
    child.on('message', onReply)
    void gone.then(end => settle(death(end, late)))
    const request: ReadRequest = { raw }
    // A process that died meanwhile makes sending fail; its end, which comes anyway, settles the mail.
    child.send(request, () => {})
  })
}

function death(end: End, late: boolean): ReadingOutcome {
  const detail = end.errorText.trim().slice(0, 500)
  if (late) return { kind: 'died', reason: 'deadline', detail }
  const outOfMemory = /heap out of memory|Array buffer allocation failed|memory limit/iu.test(end.errorText)
  if (outOfMemory || end.errorText.includes(memoryMark)) return { kind: 'died', reason: 'memory', detail }
  return { kind: 'died', reason: 'crash', detail: detail || `ended by ${end.signal ?? `code ${end.code}`}` }
}
