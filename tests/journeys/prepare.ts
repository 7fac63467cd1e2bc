import { build } from 'vite'
import { DESK_VARIABLE, openServerDesk } from '#tests/harness/server-desk.ts'

/** Once before all journeys: builds the pages and opens the desk at which databases are asked for. */
export default async function prepare(): Promise<() => Promise<void>> {
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' })
  const desk = await openServerDesk()
  process.env[DESK_VARIABLE] = desk.address
  return desk.close
}
