import { join } from 'node:path'
import { secretsFolder } from '#server/platform/data-folder.ts'

/** Where the embedded PostgreSQL keeps its things inside the data folder. All paths are absolute. */
export type Places = {
  readonly dataFolder: string
  /** PostgreSQL's own folder; the socket lies in it as well. */
  readonly cluster: string
  /** A cluster in the making; becomes `cluster` in one step, so that a killed first start leaves no half one. */
  readonly making: string
  readonly log: string
  /** Held by the living Docket that owns the cluster. */
  readonly claim: string
  readonly ownerPassword: string
  readonly appPassword: string
}

/** The places inside a data folder, given as an absolute path. */
export function placesIn(dataFolder: string): Places {
  const secrets = secretsFolder(dataFolder)
  return {
    dataFolder,
    cluster: join(dataFolder, 'postgres'),
    making: join(dataFolder, 'postgres.new'),
    log: join(dataFolder, 'postgres.log'),
    claim: join(dataFolder, 'postgres.claim'),
    ownerPassword: join(secrets, 'postgres-owner'),
    appPassword: join(secrets, 'postgres-app'),
  }
}
