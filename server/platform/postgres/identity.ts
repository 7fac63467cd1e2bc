import { existsSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import type { Binaries } from '#server/platform/postgres/binaries.ts'
import type { Places } from '#server/platform/postgres/places.ts'
import { type Account, runProgram } from '#server/platform/postgres/run-program.ts'
import { Unusable } from '#server/platform/unusable.ts'

/**
 * Who PostgreSQL's programs run as: put `prefix` before the command and start it as `account`. PostgreSQL refuses root,
 * and making a cluster refuses an account without a name.
 */
export type Identity = { readonly prefix: readonly string[]; readonly account?: Account }

const SELF: Identity = { prefix: [] }
/** In a user namespace of its own root is somebody harmless, while every file stays root's: nothing is chowned. */
const MAPPED: Identity = { prefix: ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--'] }

/** Chooses who runs PostgreSQL on this machine. Throws Unusable when nobody can. */
export async function chooseIdentity(places: Places, binaries: Binaries): Promise<Identity> {
  const me = process.getuid?.()
  if (me === undefined) return SELF
  if (me !== 0) return hasName() || existsSync(places.cluster) ? SELF : await namelessIdentity(me)
  const owner = existsSync(places.cluster) ? statSync(places.cluster) : null
  if (owner && owner.uid !== 0) return reachable({ uid: owner.uid, gid: owner.gid }, places, binaries)
  if (await canMap()) return MAPPED
  const account = accountFromPasswd(readFileSync('/etc/passwd', 'utf8'))
  if (account) return reachable(account, places, binaries)
  throw new Unusable(
    'PostgreSQL refuses to run as root and this machine has no account named "postgres" or "nobody": ' +
      'start Docket as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

async function namelessIdentity(uid: number): Promise<Identity> {
  if (await canMap()) return MAPPED
  throw new Unusable(
    `The account this runs as (uid ${uid}) has no name on this machine, and PostgreSQL needs one to make its folder: ` +
      'add a line for it to /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

async function canMap(): Promise<boolean> {
  return process.platform === 'linux' && (await runProgram([...MAPPED.prefix, 'true'])).code === 0
}

/** The account that PostgreSQL's packages use, else the one that owns nothing. */
export function accountFromPasswd(passwd: string): Account | null {
  const rows = passwd.split('\n').map(line => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : null
}

/** Another account needs a way through every folder above the binaries and the data (/root is closed to it). */
async function reachable(account: Account, places: Places, binaries: Binaries): Promise<Identity> {
  const trial = 'cd "$1" && "$2" --version'
  const command = ['/bin/sh', '-c', trial, 'sh', dirname(places.dataFolder), binaries.postgres]
  const { code } = await runProgram(command, { account })
  if (code === 0) return { prefix: [], account }
  throw new Unusable(
    `PostgreSQL refuses to run as root, and the account it would use instead (uid ${account.uid}) cannot reach ` +
      `${places.dataFolder} and ${binaries.postgres}: start Docket as an ordinary user, or from a folder all may enter.`,
  )
}
