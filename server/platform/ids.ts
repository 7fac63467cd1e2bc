import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A new id (UUID version 7): unique everywhere, and ids made later sort later. */
export function newId(): string {
  return v7()
}

/** A secret to hand to a person or program: 256 random bits, safe in a URL, with a prefix that says what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** What is kept of a secret: its SHA-256. Secrets are high-entropy, so a slow hash would protect nothing (FACTS §5). */
export function hashOf(secret: string | Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest()
}
