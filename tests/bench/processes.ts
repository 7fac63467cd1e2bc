import { readdirSync, readFileSync } from 'node:fs'
import { postgresProcesses } from '#server/platform/postgres/processes.ts'

/** How the system counts processor time: in hundredths of a second. */
const tickMs = 10

/** Processor time in milliseconds that these processes and the PostgreSQL of a cluster have used; null but on Linux. */
export function processorMs(pid: number, cluster: string): number | null {
  if (process.platform !== 'linux') return null
  const all = [pid, ...postgresProcesses(cluster)]
  return all.reduce((sum, one) => sum + ticksOf(one), 0) * tickMs
}

/** Own time and that of children that have ended. The name may hold spaces and brackets: the fields count from its end. */
function ticksOf(pid: number): number {
  const text = readText(`/proc/${pid}/stat`)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

/** Megabytes: the server itself, its helpers, and PostgreSQL with shared pages counted once. Null but on Linux. */
export type Memory = { readonly server: number; readonly children: number; readonly database: number }

/** What a server and its PostgreSQL hold in memory now. */
export function memoryOf(pid: number, cluster: string): Memory | null {
  if (process.platform !== 'linux') return null
  const database = postgresProcesses(cluster)
  const children = childrenOf(pid).filter(one => !database.includes(one))
  const sum = (pids: readonly number[]) => Math.round(pids.reduce((mb, one) => mb + shareMb(one), 0))
  return { server: sum([pid]), children: sum(children), database: sum(database) }
}

/** Proportional set size: what is shared by several processes counts in parts. */
function shareMb(pid: number): number {
  const found = /^Pss:\s+(\d+) kB/mu.exec(readText(`/proc/${pid}/smaps_rollup`))
  return Number(found?.[1] ?? 0) / 1024
}

/** The processes that another one has started. */
export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/u.test(name))
    .filter(name => {
      const text = readText(`/proc/${name}/stat`)
      return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === pid
    })
    .map(Number)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
