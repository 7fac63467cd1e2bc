import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { Refused } from '#server/platform/refusal.ts'

const atOnce = 2
const mayWait = 60

let running = 0
const waiting: (() => void)[] = []

/**
 * The global brake on guessing (D7): hashing a password is made slow on purpose, so however many strangers
 * knock, only two hashes are computed at once and a bounded number waits. Nobody's account is locked by it.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) throw new Refused('TOO_MANY_REQUESTS')
    await new Promise<void>(resolve => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The hash of a password: scrypt with a salt of its own (A11). Refuses TOO_MANY_REQUESTS. */
export function hashOfPassword(password: string): Promise<string> {
  return inTurn(() => hashPassword(password))
}

/** Is this the password of that hash? Refuses TOO_MANY_REQUESTS. */
export function isPassword(hash: string, password: string): Promise<boolean> {
  return inTurn(() => verifyPassword({ hash, password }))
}
