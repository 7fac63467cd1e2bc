import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from '#server/platform/postgres/binaries.ts'
import {
  maybeHiddenPostgres,
  postgresProcesses,
  readPostmasterFile,
} from '#server/platform/postgres/processes.ts'
import { runProgram } from '#server/platform/postgres/run-program.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** From polite to hard: fast shutdown, immediate shutdown, the kernel's; with the time each is given. */
const STEPS = [
  { signal: 'SIGINT', all: false, ms: 15_000 },
  { signal: 'SIGQUIT', all: true, ms: 5_000 },
  { signal: 'SIGKILL', all: true, ms: 5_000 },
] as const

/**
 * Ends whatever PostgreSQL still lives in the cluster after its Docket died, and takes away the lock file of a dead one:
 * PostgreSQL itself would be misled by a zombie or a recycled process number (SURVIVE C8). Only for the holder of the
 * claim. Throws Unusable if something cannot be ended.
 */
export async function endOrphans(
  cluster: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  if (!existsSync(cluster)) return
  if (postgresProcesses(cluster).length > 0) {
    log('Ending the PostgreSQL that a killed Docket left behind.')
    await endThem(cluster, binaries)
  }
  const file = readPostmasterFile(cluster)
  if (file && maybeHiddenPostgres(file.pid)) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

async function endThem(cluster: string, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    await runProgram([binaries.pgCtl, 'stop', '-m', 'fast', '-w', '-D', cluster])
    return
  }
  for (const step of STEPS) {
    const living = postgresProcesses(cluster)
    const headless = living[0] !== readPostmasterFile(cluster)?.pid
    if (headless && !step.all) continue
    for (const pid of step.all ? living : living.slice(0, 1)) signalTo(pid, step.signal)
    if (await allGone(cluster, step.ms)) return
  }
  throw new Unusable(
    `A PostgreSQL (process ${postgresProcesses(cluster).join(', ')}) still runs on ${cluster} and cannot be stopped: ` +
      'stop it by hand and start Docket again.',
  )
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile, or belongs to somebody else: then the wait that follows shows it.
  }
}

async function allGone(cluster: string, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 25) {
    if (postgresProcesses(cluster).length === 0) return true
    await pause(25)
  }
  return postgresProcesses(cluster).length === 0
}
