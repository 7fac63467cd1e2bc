import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { cannotUse, codeOf } from '#server/platform/data-folder.ts'

const FULL_BYTES = 5 * 1024 * 1024
const LOOK_EVERY_MS = 10 * 60_000

/** The file PostgreSQL writes its own log to; one older file is kept beside it. */
export type LogFile = {
  /** Opens the file for PostgreSQL to append to; the caller closes it. Throws Unusable. */
  readonly open: () => number
  readonly size: () => number
  /** What was written since the file had that size, at most its last 16 kB. */
  readonly since: (size: number) => string
  readonly close: () => void
}

/** Opens the log and keeps an eye on its size until it is closed. */
export function openLogFile(path: string): LogFile {
  rotateIfFull(path)
  const timer = setInterval(() => rotateIfFull(path), LOOK_EVERY_MS).unref()
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    open: () => openToAppend(path),
    size,
    since: from => tail(path, from),
    close: () => clearInterval(timer),
  }
}

function openToAppend(path: string): number {
  try {
    return openSync(path, 'a', 0o600)
  } catch (error) {
    throw cannotUse(path, error)
  }
}

/** PostgreSQL holds the file open, so it is copied away and emptied, not renamed. Losing a line of it loses nothing. */
function rotateIfFull(path: string): void {
  try {
    if (statSync(path).size < FULL_BYTES) return
    copyFileSync(path, `${path}.1`)
    truncateSync(path)
  } catch (error) {
    // A log that cannot be turned over (disk full) must not end what it tells about.
    if (codeOf(error) === '') throw error
  }
}

function tail(path: string, from: number): string {
  const size = statSync(path).size
  const start = Math.max(Math.min(from, size), size - 16_384)
  const bytes = Buffer.alloc(size - start)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, bytes.length, start)
  } finally {
    closeSync(file)
  }
  return bytes.toString()
}
