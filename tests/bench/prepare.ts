import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '#server/platform/postgres/embedded.ts'
import { startRealServer } from '#tests/harness/real-server.ts'
import { giveToken, seed } from './seed.ts'

/** API tokens of a seeded agent and a seeded supervisor. */
export const tokens = { agent: 'bench-agent-0123456789', supervisor: 'bench-supervisor-0123456789' }

/** What every server of a run is started with. */
export const env = {
  DOCKET_OWNER_EMAIL: 'owner@bench.example',
  DOCKET_OWNER_PASSWORD: 'a long password for a bench',
  DOCKET_REQUESTS_PER_MINUTE: '999999999',
}

type Prepared = { readonly cases: number; readonly firstMs: number }

/**
 * Fills a data folder: a first start of the server makes its workspace, then the cases are put in. A folder that was
 * filled with as many before stays as it is. Gives how long the first start took, in milliseconds.
 */
export async function prepare(
  dataFolder: string,
  cases: number,
  log: (line: string) => void,
): Promise<number> {
  const note = join(dataFolder, 'bench.json')
  if (existsSync(note)) {
    const prepared = JSON.parse(readFileSync(note, 'utf8')) as Prepared
    if (prepared.cases === cases) return prepared.firstMs
    throw new Error(
      `${dataFolder} holds ${prepared.cases} cases: take another folder, or --cases ${prepared.cases}.`,
    )
  }
  const server = await startRealServer({ dataFolder, env })
  await server.end('SIGTERM')
  const postgres = await startEmbeddedPostgres({ dataFolder, disposable: true, log: () => undefined })
  try {
    const began = performance.now()
    const { ownerUrl } = postgres
    await seed({
      ownerUrl,
      cases,
      log: line => log(`${((performance.now() - began) / 1000).toFixed(0)} s ${line}`),
    })
    await giveToken(ownerUrl, 'person7@bench.example', tokens.agent)
    await giveToken(ownerUrl, 'person190@bench.example', tokens.supervisor)
  } finally {
    await postgres.stop()
  }
  const prepared: Prepared = { cases, firstMs: server.startMs }
  writeFileSync(note, JSON.stringify(prepared))
  return server.startMs
}
