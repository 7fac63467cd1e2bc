/**
 * The barest thing to compare the server with, in a process of its own: a Fastify route that runs the statements of a
 * recorded request and sends their rows as JSON; and the same statements without any HTTP.
 */
import fastify from 'fastify'
import { pino } from 'pino'
import { openConnections } from '#server/platform/db/connection.ts'
import type { Program } from './program.ts'
import { runProgram } from './run-program.ts'

export type BareSetup = {
  readonly url: string
  readonly poolSize: number
  readonly programs: Readonly<Record<string, readonly Program[]>>
}
/** Asks for the statements alone, by `clients` at once, for `ms`. */
export type AloneWish = { readonly scenario: string; readonly clients: number; readonly ms: number }
/** Times in milliseconds, one for each request. */
export type AloneAnswer = { readonly times: Float64Array; readonly ms: number; readonly failures: number }

async function serve({ url, poolSize, programs }: BareSetup): Promise<void> {
  const log = pino({ level: 'silent' })
  const { pool } = openConnections({ url, size: poolSize, namedStatements: true, log })
  const app = fastify()
  app.route<{ Params: { scenario: string; n: string } }>({
    method: ['GET', 'POST'],
    url: '/:scenario/:n',
    handler: ({ params }) => runProgram(pool, programs[params.scenario]![Number(params.n)]!),
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', async (wish: AloneWish) => {
    process.send!(await runAlone(wish, programs[wish.scenario]!, pool))
  })
  process.send!(address)
}

async function runAlone(
  { clients, ms }: AloneWish,
  programs: readonly Program[],
  pool: Parameters<typeof runProgram>[0],
): Promise<AloneAnswer> {
  const times: number[] = []
  let failures = 0
  const began = performance.now()
  const client = async (_: unknown, number: number) => {
    for (let n = number * 7; performance.now() - began < ms; n += 1) {
      const start = performance.now()
      try {
        await runProgram(pool, programs[n % programs.length]!)
        times.push(performance.now() - start)
      } catch {
        failures += 1
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { times: Float64Array.from(times), ms: performance.now() - began, failures }
}

process.once('message', (setup: BareSetup) => void serve(setup))
process.once('disconnect', () => process.exit())
