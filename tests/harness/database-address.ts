import { urlOf } from '#server/platform/postgres/endpoint.ts'
import { APP_ROLE, keepPasswords, OWNER_ROLE } from '#server/platform/postgres/passwords.ts'
import { placesIn } from '#server/platform/postgres/places.ts'
import { readPostmasterFile } from '#server/platform/postgres/processes.ts'

/** How the PostgreSQL of a server that runs is reached from outside that server. */
export type DatabaseAddress = { readonly ownerUrl: string; readonly appUrl: string; readonly cluster: string }

/** The addresses of the embedded PostgreSQL that now runs in a data folder. Throws if none does. */
export function databaseAddress(dataFolder: string): DatabaseAddress {
  const places = placesIn(dataFolder)
  const file = readPostmasterFile(places.cluster)
  if (!file) throw new Error(`No PostgreSQL runs in ${places.cluster}.`)
  const { port, socketFolder } = file
  const endpoint = socketFolder
    ? ({ kind: 'socket', folder: socketFolder } as const)
    : ({ kind: 'port', port } as const)
  const passwords = keepPasswords(places)
  return {
    ownerUrl: urlOf(endpoint, OWNER_ROLE, passwords.owner),
    appUrl: urlOf(endpoint, APP_ROLE, passwords.app),
    cluster: places.cluster,
  }
}
