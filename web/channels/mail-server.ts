import { keepsPassword, type MailServer } from '#domain/channels/server.ts'
import type { ServerChange, ShownServer } from './channels-api.ts'

/** The two ways a mail server is used; each has usual ports. */
export type ServerUse = 'imap' | 'smtp'

/** A mail server as it is typed. */
export type ServerFields = {
  host: string
  port: number | string
  secure: boolean
  user: string
  password: string
}

const usualPort = { imap: { tls: 993, plain: 143 }, smtp: { tls: 465, plain: 587 } } as const

/** The port that is usual for this use and encryption. */
export function portFor(use: ServerUse, secure: boolean): number {
  return secure ? usualPort[use].tls : usualPort[use].plain
}

/** What a form starts with: what is known, or the usual. */
export function fieldsOf(use: ServerUse, server: ShownServer | null): ServerFields {
  if (!server) return { host: '', port: portFor(use, true), secure: true, user: '', password: '' }
  const { host, port, secure, user } = server
  return { host, port, secure, user, password: '' }
}

/** Other encryption brings its usual port along, unless another port than the usual one was typed. */
export function withSecurity(use: ServerUse, fields: ServerFields, secure: boolean): ServerFields {
  const usual = fields.port === portFor(use, fields.secure)
  return { ...fields, secure, port: usual ? portFor(use, secure) : fields.port }
}

/** Would the server forget the password that is set (O5), so that it has to be typed again? */
export function needsPassword(fields: ServerFields, server: ShownServer | null): boolean {
  return server?.passwordSet === true && !keepsPassword(server, changeOf({ ...fields, password: '' }))
}

/** What is sent; an empty password keeps the present one. */
export function changeOf({ host, port, secure, user, password }: ServerFields): ServerChange & MailServer {
  const change = { host: host.trim(), port: Number(port), secure, user: user.trim() }
  return password === '' ? change : { ...change, password }
}
