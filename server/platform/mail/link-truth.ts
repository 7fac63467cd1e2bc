import { hostToShow } from './safe-link.ts'

/** A link of a mail: where it leads, what its words say, and whether these name another place (H10). */
export type MailLink = { href: string; words: string; misleading: boolean }

const mostLinks = 500
const longestWords = 200
const opening = '<a href="'

/**
 * The same sanitised HTML, in which every link whose words name another host carries `data-true-host`, which
 * the frame shows after the words. Works on the sanitiser's own output, where links never nest and every
 * quote and bracket in an attribute is an entity.
 */
export function showTrueHosts(html: string): { html: string; links: MailLink[] } {
  const pieces: string[] = []
  const links: MailLink[] = []
  let copied = 0
  for (let at = html.indexOf(opening); at >= 0; at = html.indexOf(opening, at + 1)) {
    const hrefStart = at + opening.length
    const href = plain(html.slice(hrefStart, html.indexOf('"', hrefStart)))
    const contentStart = html.indexOf('>', hrefStart) + 1
    const close = html.indexOf('</a>', contentStart)
    const words = wordsOf(html.slice(contentStart, close < 0 ? html.length : close))
    const host = hostToShow(href, words)
    if (host !== null) {
      pieces.push(html.slice(copied, at + 2), ` data-true-host="${host.replace(/[^a-z0-9.:[\]_-]/giu, '')}"`)
      copied = at + 2
    }
    if (links.length < mostLinks)
      links.push({ href, words: words.slice(0, longestWords), misleading: host !== null })
  }
  pieces.push(html.slice(copied))
  return { html: pieces.join(''), links }
}

/** What a reader sees of the link: its text and, while pictures are not loaded, what stands for them. */
function wordsOf(inner: string): string {
  const withAlternatives = inner.slice(0, 20_000).replace(/<img[^>]* alt="([^"]*)"[^>]*>/gu, ' $1 ')
  return plain(withAlternatives.replace(/<[^>]*>/gu, '')).trim()
}

function plain(escaped: string): string {
  return escaped
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
