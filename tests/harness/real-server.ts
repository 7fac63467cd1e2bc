import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(import.meta.resolve('#server/bin/docket.ts'))

export type RealServerOptions = {
  readonly dataFolder: string
  /** Besides PORT, DOCKET_SMTP_PORT and DOCKET_DATA. */
  readonly env?: Readonly<Record<string, string>>
  /** After `serve`. */
  readonly args?: readonly string[]
  /** Modules that the process loads first. */
  readonly imports?: readonly string[]
  /** 0, the usual, for any free one. */
  readonly port?: number
  readonly smtpPort?: number
  /** Told of the process before it takes requests. */
  readonly onSpawn?: (child: ChildProcess) => void
}

/** `docket serve` in a process of its own, which takes requests. */
export type RealServer = {
  readonly url: string
  readonly port: number
  readonly smtpPort: number
  readonly process: ChildProcess
  readonly pid: number
  /** Milliseconds from the start of the process until it took requests. */
  readonly startMs: number
  /** The end of what it said on its error stream. */
  readonly logged: () => string
  /** Sends a signal and waits for the end of the process. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

const keptOfLog = 200_000

/** Starts the server as people start it and waits until it says that it runs. Throws with its log if it ends before. */
export async function startRealServer(options: RealServerOptions): Promise<RealServer> {
  const began = process.hrtime.bigint()
  const child = spawnServer(options)
  options.onSpawn?.(child)
  let logged = ''
  child.stderr!.on('data', chunk => {
    logged = (logged + String(chunk)).slice(-keptOfLog)
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The server ended at its start:\n${logged}`)
  })
  ended.catch(() => undefined)
  const { url, smtpPort } = await Promise.race([greeting(child), ended])
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return {
    url,
    port: Number(new URL(url).port),
    smtpPort,
    process: child,
    pid: child.pid!,
    startMs: Number(process.hrtime.bigint() - began) / 1e6,
    logged: () => logged,
    end,
  }
}

function spawnServer({ dataFolder, env, args, imports, port, smtpPort }: RealServerOptions): ChildProcess {
  const first = (imports ?? []).flatMap(path => ['--import', path])
  return spawn(process.execPath, [...first, program, 'serve', ...(args ?? [])], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // As start.mjs sets it for people.
      ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}),
      DOCKET_LOG: 'warn',
      ...env,
      PORT: String(port ?? 0),
      DOCKET_SMTP_PORT: String(smtpPort ?? 0),
      DOCKET_DATA: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Dates and bytes cross the channel as what they are.
    serialization: 'advanced',
  })
}

/** Waits for the line that tells people where the server runs. */
async function greeting(child: ChildProcess): Promise<{ url: string; smtpPort: number }> {
  for await (const line of createInterface(child.stdout!)) {
    const found = /^Docket runs at (\S+) and takes mail at port (\d+)/u.exec(line)
    if (!found) continue
    // What it says later is of no interest, but must be read for it to go on.
    child.stdout!.resume()
    return { url: found[1]!, smtpPort: Number(found[2]) }
  }
  throw new Error('The server never said that it runs.')
}
