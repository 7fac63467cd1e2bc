import { domainToASCII } from 'node:url'

const longestLink = 8_000
/** What browsers drop from a URL before they look at its scheme. */
const ignoredByBrowsers = /[\t\n\r]/gu
const dots = /[\u3002\uff0e\uff61]/gu
const hiddenInText = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A link as browsers would follow it: only the web, mail and telephone; null for anything else (H10). */
export function safeLink(written: string): string | null {
  if (written.length > longestLink) return null
  const plain = written.replace(ignoredByBrowsers, '').trim()
  const url = parsed(/^[/\\]{2}/u.test(plain) ? `https:${plain}` : plain)
  if (url === null || url.href.length > longestLink) return null
  if (url.protocol === 'tel:') return /^tel:[0-9+().;=a-z%*#-]{2,60}$/iu.test(url.href) ? url.href : null
  if (url.protocol === 'mailto:') return url.href
  return isWeb(url) && url.hostname !== '' ? url.href : null
}

/** The address of a remote picture, or null where it is none. */
export function safeImageAddress(written: string): string | null {
  const href = safeLink(written)
  return href !== null && /^https?:/u.test(href) ? href : null
}

/**
 * The host to show next to a link because its words name another one, or because the host is written in
 * letters that may pass for others; null where the words do not mislead (H10).
 */
export function hostToShow(href: string, words: string): string | null {
  const url = parsed(href)
  const host = url === null ? '' : hostOf(url)
  if (url === null || host === '') return null
  if (/(^|\.)xn--/u.test(host) || (isWeb(url) && url.username + url.password !== '')) return host
  return hostsNamed(words).some(named => !sameSite(named, host)) ? host : null
}

/** Every host that the words name, as ASCII; at most the first hundred. */
function hostsNamed(words: string): string[] {
  const plain = words.slice(0, 4_000).replace(hiddenInText, '').normalize('NFKC').replace(dots, '.')
  const hosts: string[] = []
  for (const piece of plain.split(/[\s"'()<>[\]{},;|]+/u)) {
    const tail = piece.replace(/^[a-z][a-z0-9+.-]{0,20}:[/\\]*/iu, '')
    const authority = /^[^/\\?#]*/u.exec(tail)?.[0] ?? ''
    const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d{0,5}$/u, '')
    const name = host.replace(/^\.+|[.!?:…]+$/gu, '')
    if (looksLikeHost(name)) hosts.push(domainToASCII(name) || name.toLowerCase())
    if (hosts.length >= 100) break
  }
  return hosts
}

function looksLikeHost(name: string): boolean {
  return /^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)*\.(\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/u.test(name)
}

function sameSite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const bare = short.replace(/^www\./u, '')
  return long === short || long === bare || long.endsWith(`.${bare}`)
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

function hostOf(url: URL): string {
  if (isWeb(url)) return url.hostname
  const address = url.protocol === 'mailto:' ? (url.pathname.split(',')[0] ?? '') : ''
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
