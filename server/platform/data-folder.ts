import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unusable } from '#server/platform/unusable.ts'

/** What the operating system calls the trouble → what a person calls it. */
const TROUBLES: Record<string, string> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk quota is used up',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENOENT: 'it cannot be made there',
}

/** The code of a failed system call (`EACCES` …), or an empty text for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** One sentence for a folder or file that cannot be used, given the error of the attempt. */
export function cannotUse(path: string, error: unknown): Unusable {
  const code = codeOf(error)
  const why = TROUBLES[code] ?? (error instanceof Error ? error.message : String(error))
  return new Unusable(
    `Docket cannot keep its data in ${path}: ${why}. Set DOCKET_DATA to a folder that this account can write to.`,
  )
}

/** Makes the data folder where it is missing and proves that it can be written to. Throws Unusable. */
export function prepareDataFolder(folder: string): void {
  const trial = join(folder, `.writable-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(trial, '')
    rmSync(trial)
  } catch (error) {
    throw cannotUse(folder, error)
  }
}

/** Where the data folder keeps what nobody but this account may read. */
export function secretsFolder(dataFolder: string): string {
  return join(dataFolder, 'secrets')
}
