import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Keeps secrets of others unreadable at rest and signs what must come back unchanged. */
export type Seal = {
  /** AES-256-GCM; `purpose` binds the sealed bytes to one use. */
  close(purpose: string, text: string): Buffer
  /** Throws if the bytes were changed, sealed for another purpose or with another key. */
  open(purpose: string, sealed: Uint8Array): string
  /** HMAC-SHA-256 shortened to 128 bits, in base64url. */
  sign(purpose: string, text: string): string
  /** Is this the signature of that text? Takes the same time whatever the answer. */
  verify(purpose: string, text: string, signature: string): boolean
}

/** A seal from the server's secret (DOCKET_SECRET): each purpose gets a key of its own. */
export function openSeal(secret: string): Seal {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', keyFor(purpose)).update(text).digest().subarray(0, 16).toString('base64url')
  return {
    close(purpose, text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text))
      const given = Buffer.from(signature)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
