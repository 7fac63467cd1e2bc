import { keepsPassword, type MailServer } from '#domain/channels/server.ts'
import type { Context } from '#server/platform/context.ts'

/** The passwords of a channel, as they are before they are sealed. */
export type Passwords = { imap?: string; smtp?: string }

const purpose = 'channel'

type Needs = Pick<Context, 'seal'>

/** Opens the sealed passwords of a channel. Throws if they were sealed with another secret than this server's. */
export function openPasswords(ctx: Needs, sealed: Buffer | null): Passwords {
  return sealed ? (JSON.parse(ctx.seal.open(purpose, sealed)) as Passwords) : {}
}

/** Seals passwords for storing (A13); null if there are none. */
export function sealPasswords(ctx: Needs, passwords: Passwords): Buffer | null {
  return passwords.imap || passwords.smtp ? ctx.seal.close(purpose, JSON.stringify(passwords)) : null
}

/** A server as sent: with a new password, an empty one to remove it, or none to keep it. */
export type GivenServer = MailServer & { password?: string | undefined }

/** Server and password after a change; `undefined` leaves both, null removes both (O5). */
export function changedServer(
  before: MailServer | null,
  password: string | undefined,
  given: GivenServer | null | undefined,
): { server: MailServer | null; password: string | undefined } {
  if (given === undefined) return { server: before, password }
  if (given === null) return { server: null, password: undefined }
  const { password: fresh, ...server } = given
  if (fresh !== undefined) return { server, password: fresh || undefined }
  return { server, password: keepsPassword(before, server) ? password : undefined }
}
