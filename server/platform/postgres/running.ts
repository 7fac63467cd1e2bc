import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Endpoint, urlOf } from '#server/platform/postgres/endpoint.ts'
import { APP_ROLE, keepPasswords, OWNER_ROLE } from '#server/platform/postgres/passwords.ts'
import { placesIn } from '#server/platform/postgres/places.ts'
import { isAlive, readPostmasterFile } from '#server/platform/postgres/processes.ts'

/** The addresses of a server that another process runs. */
export type RunningPostgres = { readonly ownerUrl: string; readonly appUrl: string }

/**
 * The PostgreSQL that a living Docket runs in the data folder, for commands beside it (`docket user`, `docket backup`);
 * null if none runs there. Connecting tells for sure.
 */
export function runningPostgres(dataFolder: string): RunningPostgres | null {
  const places = placesIn(resolve(dataFolder))
  const file = readPostmasterFile(places.cluster)
  if (!file || !isAlive(file.pid) || !existsSync(places.ownerPassword) || !existsSync(places.appPassword))
    return null
  const passwords = keepPasswords(places)
  const endpoint: Endpoint = file.socketFolder
    ? { kind: 'socket', folder: places.cluster }
    : { kind: 'port', port: file.port }
  return {
    ownerUrl: urlOf(endpoint, OWNER_ROLE, passwords.owner),
    appUrl: urlOf(endpoint, APP_ROLE, passwords.app),
  }
}
