import { resolve } from 'node:path'
import { prepareDataFolder } from '#server/platform/data-folder.ts'
import { findBinaries } from '#server/platform/postgres/binaries.ts'
import { claimCluster } from '#server/platform/postgres/claim.ts'
import { checkMajor, prepareCluster, type Workshop } from '#server/platform/postgres/cluster.ts'
import { chooseEndpoint, urlOf } from '#server/platform/postgres/endpoint.ts'
import { chooseIdentity } from '#server/platform/postgres/identity.ts'
import { openLogFile } from '#server/platform/postgres/log-file.ts'
import { endOrphans } from '#server/platform/postgres/orphans.ts'
import { APP_ROLE, keepPasswords, OWNER_ROLE } from '#server/platform/postgres/passwords.ts'
import { placesIn } from '#server/platform/postgres/places.ts'
import { startPostmaster } from '#server/platform/postgres/postmaster.ts'
import { type Supervised, supervise } from '#server/platform/postgres/supervisor.ts'
import { findTie } from '#server/platform/postgres/tie.ts'

/** The PostgreSQL that Docket brought, running. */
export type EmbeddedPostgres = {
  /** Connects as the superuser that owns the tables: for migrations, not for requests. */
  readonly ownerUrl: string
  /** Connects as `docket_app`, for which row-level security holds. */
  readonly appUrl: string
  /** The number of the process now; another one after a crash. */
  readonly pid: number
  /** Ends it cleanly; may be called twice. */
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly dataFolder: string
  readonly log: (line: string) => void
  /** For data that nobody will miss (tests): no waiting for the disk, room for more connections. */
  readonly disposable?: boolean
}

/**
 * Starts the PostgreSQL of the data folder, made at first use, and keeps it running until `stop` or the death of this
 * process, kill -9 included. Only one living Docket can have a data folder. Throws Unusable with one sentence when this
 * machine, the folder or another Docket stand against it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const places = placesIn(resolve(options.dataFolder))
  const binaries = findBinaries()
  prepareDataFolder(places.dataFolder)
  const claim = claimCluster(places)
  try {
    checkMajor(places.cluster)
    await endOrphans(places.cluster, binaries, options.log)
    const identity = await chooseIdentity(places, binaries)
    const server = await start(
      { places, binaries, identity, tuning: { disposable: !!options.disposable } },
      options.log,
    )
    const { pid, stop } = server.supervised
    let stopped: Promise<void> | undefined
    return {
      ownerUrl: server.ownerUrl,
      appUrl: server.appUrl,
      get pid() {
        return pid()
      },
      stop: () => {
        stopped ??= stop().finally(() => {
          server.closeLog()
          claim.release()
        })
        return stopped
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

type Started = {
  readonly supervised: Supervised
  readonly ownerUrl: string
  readonly appUrl: string
  readonly closeLog: () => void
}

async function start(workshop: Workshop, log: (line: string) => void): Promise<Started> {
  const { places, binaries } = workshop
  const passwords = keepPasswords(places)
  await prepareCluster(workshop, passwords)
  const endpoint = await chooseEndpoint(places.cluster)
  const ownerUrl = urlOf(endpoint, OWNER_ROLE, passwords.owner)
  const logFile = openLogFile(places.log)
  const plan = { ...workshop, tie: await findTie(), endpoint, ownerUrl, logFile }
  const startOnce = async () => {
    await endOrphans(places.cluster, binaries, log)
    return startPostmaster(plan)
  }
  try {
    const supervised = await supervise(startOnce, log)
    return { supervised, ownerUrl, appUrl: urlOf(endpoint, APP_ROLE, passwords.app), closeLog: logFile.close }
  } catch (error) {
    logFile.close()
    throw error
  }
}
