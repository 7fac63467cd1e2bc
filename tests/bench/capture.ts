import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type RealServer, startRealServer } from '#tests/harness/real-server.ts'
import type { Request } from './load.ts'
import { type Program, programOf } from './program.ts'
import type { Recorded } from './record-statements.ts'
import type { Scenario } from './scenarios.ts'

const recorder = fileURLToPath(import.meta.resolve('./record-statements.ts'))

/** Starts a server that keeps the statements it sends. */
export function startRecorded(dataFolder: string, env: Record<string, string>): Promise<RealServer> {
  return startRealServer({ dataFolder, env, args: ['--no-work'], imports: [recorder] })
}

/** Sends every request of a scenario to a server that keeps its statements, and gives the program of each. */
export async function capture(server: RealServer, scenario: Scenario): Promise<Program[]> {
  const programs: Program[] = []
  for (const request of scenario.requests) {
    // The first time the server also asks who is there, which it then knows for some seconds.
    await send(server, request)
    await take(server)
    const began = Date.now()
    await send(server, request)
    programs.push(programOf(await take(server), began))
  }
  const empty = programs.findIndex(program => program.stages.length === 0)
  if (empty !== -1) throw new Error(`No statement was seen for ${scenario.requests[empty]!.path}.`)
  return programs
}

async function send(server: RealServer, { method, path, headers, body }: Request): Promise<void> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...headers },
    ...(body ? { body } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
}

async function take(server: RealServer): Promise<readonly Recorded[]> {
  const answer = once(server.process, 'message')
  server.process.send('take')
  const [recorded] = (await answer) as [readonly Recorded[]]
  return recorded
}
