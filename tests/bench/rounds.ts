import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { queryOnce } from '#tests/harness/query-once.ts'
import type { AloneAnswer, AloneWish, BareSetup } from './bare-server.ts'
import { type Figures, figuresOf } from './figures.ts'
import { load, type Sample } from './load.ts'
import { processorMs } from './processes.ts'
import type { Scenario, ScenarioName } from './scenarios.ts'

/** The same work in three ways: the product, the barest Fastify route, the statements alone. */
export const ways = ['docket', 'bare', 'sql'] as const
export type Way = (typeof ways)[number]
export type Measured = { readonly scenario: ScenarioName; readonly title: string } & Readonly<
  Record<Way, Figures>
>

/** The bare server, in a process of its own. */
export type Bare = { readonly url: string; readonly process: ChildProcess }

/** Starts the bare server. */
export async function startBare(setup: BareSetup): Promise<Bare> {
  const program = fileURLToPath(import.meta.resolve('./bare-server.ts'))
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const answer = once(child, 'message')
  child.send(setup)
  const [url] = (await answer) as [string]
  return { url, process: child }
}

export type Place = {
  readonly docket: { readonly url: string; readonly pid: number }
  readonly bare: Bare
  readonly cluster: string
  readonly ownerUrl: string
  readonly clients: number
  readonly seconds: number
}

/**
 * Measures one scenario: rounds of a second, each with all three ways in another order, so that whatever else the
 * machine does hurts all of them alike. A first round warms up and is not counted.
 */
export async function measure(place: Place, scenario: Scenario): Promise<Measured> {
  const samples: Record<Way, Sample[]> = { docket: [], bare: [], sql: [] }
  const cpu: Record<Way, number | null> = { docket: 0, bare: 0, sql: 0 }
  for (let round = 0; round <= place.seconds; round += 1) {
    for (const way of [...ways.slice(round % 3), ...ways.slice(0, round % 3)]) {
      const pid = way === 'docket' ? place.docket.pid : place.bare.process.pid!
      await untilQuiet(place.ownerUrl)
      const before = processorMs(pid, place.cluster)
      const sample = await sampleOf(way, place, scenario)
      const after = processorMs(pid, place.cluster)
      if (round === 0) continue
      samples[way].push(sample)
      cpu[way] = before === null || after === null ? null : cpu[way]! + after - before
    }
  }
  const figures = (way: Way) => figuresOf(samples[way], cpu[way])
  return {
    scenario: scenario.name,
    title: scenario.title,
    docket: figures('docket'),
    bare: figures('bare'),
    sql: figures('sql'),
  }
}

/** Waits for statements that nobody waits for any more: PostgreSQL finishes them although their client has gone. */
async function untilQuiet(ownerUrl: string): Promise<void> {
  const text = `select count(*) as active from pg_stat_activity
    where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`
  while (Number((await queryOnce(ownerUrl, text))[0]!.active) > 0) await pause(50)
}

function sampleOf(way: Way, place: Place, { name, requests }: Scenario): Promise<Sample> {
  if (way === 'docket') return load(place.docket.url, requests, place.clients, 1)
  if (way === 'sql') return alone(place.bare, { scenario: name, clients: place.clients, ms: 1_000 })
  const same = requests.map(({ headers, ...request }, n) => ({
    ...request,
    path: `/${name}/${n}`,
    ...(request.body ? { headers: { 'content-type': 'application/json' } } : {}),
  }))
  return load(place.bare.url, same, place.clients, 1)
}

async function alone(bare: Bare, wish: AloneWish): Promise<Sample> {
  const answer = once(bare.process, 'message')
  bare.process.send(wish)
  const [sample] = (await answer) as [AloneAnswer]
  return sample
}
