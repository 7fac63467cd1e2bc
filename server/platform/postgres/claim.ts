import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { cannotUse } from '#server/platform/data-folder.ts'
import type { Places } from '#server/platform/postgres/places.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** The right to run the cluster of a data folder. */
export type Claim = { readonly release: () => void }

const SQLITE_BUSY = 5

/**
 * Claims the cluster for this process or throws Unusable if another living Docket has it. The claim is a lock that the
 * kernel keeps on the file and drops with the process, however that dies: no number of a dead or another process can
 * mislead, and containers that share the folder see it too. SQLite is the way Node takes such a lock.
 */
export function claimCluster(places: Places): Claim {
  const file = openClaim(places)
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) throw taken(places)
    throw cannotUse(places.claim, error)
  }
  writeFileSync(ownerFile(places), `${process.pid}\n`)
  return { release: () => file.close() }
}

function openClaim(places: Places): DatabaseSync {
  try {
    return new DatabaseSync(places.claim, { timeout: 0 })
  } catch (error) {
    throw cannotUse(places.claim, error)
  }
}

/** Only for the sentence: nothing is decided by this number. */
function ownerFile(places: Places): string {
  return `${places.claim}.pid`
}

function taken(places: Places): Unusable {
  let owner = 'Another Docket'
  try {
    owner += ` (process ${readFileSync(ownerFile(places), 'utf8').trim()})`
  } catch {
    // It has just started and not yet written its number.
  }
  return new Unusable(
    `${owner} already runs on ${places.dataFolder}: stop it first, or set DOCKET_DATA to another folder.`,
  )
}
