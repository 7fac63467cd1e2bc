import { isPlausibleAddress } from '#domain/customers/address.ts'

/** The server that an smtp:// or smtps:// address names (SMTP_URL). */
export function serverOfUrl(url: string): {
  host: string
  port: number
  secure: boolean
  user: string
  password: string
} {
  const parts = new URL(url)
  const secure = parts.protocol === 'smtps:'
  return {
    host: parts.hostname.replace(/^\[|\]$/gu, ''),
    port: parts.port === '' ? (secure ? 465 : 587) : Number(parts.port),
    secure,
    user: decodeURIComponent(parts.username),
    password: decodeURIComponent(parts.password),
  }
}

/** The address that notices come from: the user of SMTP_URL where that is an address, else docket@ this server. */
export function noticeSender(smtpUrl: string | null, publicUrl: string): string {
  const user = smtpUrl === null ? '' : serverOfUrl(smtpUrl).user
  return isPlausibleAddress(user) ? user : `docket@${new URL(publicUrl).hostname}`
}
