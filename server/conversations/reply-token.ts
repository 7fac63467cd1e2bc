import { randomBytes, timingSafeEqual } from 'node:crypto'
import { addressKey } from '#domain/customers/address.ts'
import type { Seal } from '#server/platform/seal.ts'

/**
 * The proof that somebody has seen our mail of a conversation: the conversation's id and our signature, in
 * letters and digits that survive being lower-cased on the way. It stands in the address answers go to and
 * in every Message-ID that we send, so that References carry it back.
 */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
/** 128 bits of id in 26 letters, 80 bits of signature in 16. */
const form = /^r([a-z2-7]{26})([a-z2-7]{16})$/u
const signedBytes = 10
/** RFC 5321 4.5.3.1.1 */
const longestLocalPart = 64

/** What a token says: which conversation, and whether we signed that. */
export type ReadToken = { conversationId: string; proven: boolean }

/** The token of a conversation. */
export function replyToken(seal: Seal, workspaceId: string, conversationId: string): string {
  const id = Buffer.from(conversationId.replaceAll('-', ''), 'hex')
  return `r${base32(id)}${signature(seal, workspaceId, conversationId)}`
}

/** Reads a token; null if the text has not the form of one. A forged one still names what it claims. */
export function readToken(seal: Seal, workspaceId: string, text: string): ReadToken | null {
  const found = form.exec(text.toLowerCase())
  if (!found) return null
  const conversationId = uuidOf(fromBase32(found[1]!))
  const expected = Buffer.from(signature(seal, workspaceId, conversationId))
  return { conversationId, proven: timingSafeEqual(expected, Buffer.from(found[2]!)) }
}

/** The address answers go to: `local+token@domain`, or null where that would be longer than addresses may be. */
export function replyAddress(channelAddress: string, token: string): string | null {
  const at = channelAddress.lastIndexOf('@')
  const local = `${channelAddress.slice(0, at)}+${token}`
  return local.length > longestLocalPart ? null : `${local}${channelAddress.slice(at)}`
}

/** What stands behind the plus sign of a channel's address in a recipient's, or null. */
export function tokenInAddress(channelAddress: string, recipient: string): string | null {
  const own = addressKey(channelAddress)
  const seen = addressKey(recipient)
  if (own === null || seen === null) return null
  const at = own.lastIndexOf('@')
  const start = `${own.slice(0, at)}+`
  if (!seen.startsWith(start) || !seen.endsWith(own.slice(at))) return null
  return seen.slice(start.length, seen.length - (own.length - at)) || null
}

/** A new Message-ID of a conversation, without brackets: `token.random@domain`. */
export function replyMessageId(token: string, domain: string): string {
  return `${token}.${base32(randomBytes(10))}@${domain}`
}

/** The token that one of our Message-IDs begins with, or null. */
export function tokenInMessageId(messageId: string): string | null {
  return /^(r[a-z2-7]{42})\.[a-z2-7]+@/iu.exec(messageId)?.[1] ?? null
}

function signature(seal: Seal, workspaceId: string, conversationId: string): string {
  const whole = Buffer.from(seal.sign('reply', `${workspaceId} ${conversationId}`), 'base64url')
  return base32(whole.subarray(0, signedBytes))
}

function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31]
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    value = ((value << 5) | alphabet.indexOf(letter)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 255)
  }
  return Buffer.from(bytes)
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
