import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { cannotUse, codeOf } from '#server/platform/data-folder.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** A secret that lives in a file; `fresh` when this call made it. */
export type KeptSecret = { readonly secret: string; readonly fresh: boolean }

/**
 * The secret kept in the file, made at first use: 32 random bytes as 43 characters that need no quoting in URLs or SQL.
 * The file is readable by this account only (0600) and either whole or absent, also after a kill; of several processes
 * that make it at once, all get the same one. Throws Unusable.
 */
export function keepSecret(path: string): KeptSecret {
  const present = readSecret(path)
  if (present !== null) return { secret: present, fresh: false }
  const secret = randomBytes(32).toString('base64url')
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeDurably(draft, `${secret}\n`)
    const mine = publish(draft, path)
    return mine ? { secret, fresh: true } : keepSecret(path)
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw cannotUse(path, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

function readSecret(path: string): string | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw cannotUse(path, error)
  }
  if (text.length >= 32) return text
  throw new Unusable(`The secret in ${path} is damaged: put the file back from a backup of the data folder.`)
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** True if the draft became the file; false if another process was first. A link never replaces, a rename would. */
function publish(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    renameSync(draft, path)
    return true
  }
}
