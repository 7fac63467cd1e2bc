import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '#server/platform/data-folder.ts'

/** What PostgreSQL writes into postmaster.pid while it runs. */
export type PostmasterFile = {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string | null
}

/** Reads postmaster.pid; null if there is none or it is not yet whole. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4]?.trim() || null }
}

/** True while a process of this number lives; one that ended and was not fetched by its parent (state Z) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM' && !isZombie(pid)
  }
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' ? statOf(pid)?.state === 'Z' : stateByPs(pid).startsWith('Z')
}

/** Name and state from /proc/PID/stat. The name stands in brackets and may itself hold brackets and spaces. */
function statOf(pid: number): { readonly name: string; readonly state: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    return { name: text.slice(text.indexOf('(') + 1, end), state: text.charAt(end + 2) }
  } catch {
    return null
  }
}

function stateByPs(pid: number): string {
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/**
 * The living PostgreSQL processes of a cluster, the postmaster first. On Linux they are known by their working folder,
 * which is the cluster, so that a stranger with a recycled number is never taken for one; elsewhere by the number in
 * postmaster.pid and the name.
 */
export function postgresProcesses(cluster: string): number[] {
  const postmaster = readPostmasterFile(cluster)?.pid ?? 0
  const found = process.platform === 'linux' ? byWorkingFolder(cluster) : byNumber(postmaster)
  return found.sort((a, b) => Number(b === postmaster) - Number(a === postmaster))
}

function byWorkingFolder(cluster: string): number[] {
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => workingFolder(pid) === folder && statOf(pid)?.name === 'postgres')
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function byNumber(pid: number): number[] {
  if (pid === 0 || !isAlive(pid)) return []
  return process.platform === 'win32' || stateByPs(pid).includes('postgres') ? [pid] : []
}

/** True if the process may be a PostgreSQL of ours whose working folder this account cannot see. */
export function maybeHiddenPostgres(pid: number): boolean {
  if (process.platform !== 'linux' || !isAlive(pid)) return false
  return workingFolder(pid) === null && statOf(pid)?.name === 'postgres'
}
