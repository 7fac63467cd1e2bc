import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html'
import { allowedTags, droppedWithContent, soundAttributes } from './allowed-html.ts'
import { type MailLink, showTrueHosts } from './link-truth.ts'
import { safeImageAddress, safeLink } from './safe-link.ts'
import { safeStyle } from './safe-style.ts'

/** HTML of a stranger, made harmless. It still belongs into a sandboxed frame (see `frameMailHtml`). */
export type SafeMailHtml = {
  html: string
  /** Pictures on other machines, which stay unloaded until somebody asks for them (H6). */
  remoteImages: number
  /** Content ids that the HTML shows, to be replaced by the addresses of the mail's own files. */
  contentIds: string[]
  /** At most 500, in order. */
  links: MailLink[]
  /** True where the HTML was too long to keep whole. */
  cut: boolean
}

const longestInput = 6_000_000
const longestOutput = 6_000_000
/** More tags than any newsletter has; the parser's time grows with the square of how deep they nest. */
const mostTags = 60_000
const deepest = 256
const deepestInput = 1_000
/** Elements without an end, or whose end is often left out: they do not nest, however often they open. */
const neverDeep = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dd',
  'dt',
])
const slash = 0x2f
const longestDataImage = 400_000
const longestDataImages = 2_000_000
const dataImage = /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/]+={0,2}$/iu
const contentId = /^[!-~]{1,500}$/u
/** Overrides and embeddings turn words around for whoever reads them; marks and isolates do not. */
const turning = /[\u202a-\u202e]/gu

/** What one run counts while the sanitiser walks through the HTML. */
type Run = { anchors: number; dataImages: number; contentIds: Set<string>; remoteImages: number }

/**
 * The HTML of a mail with everything gone that runs, loads, submits or covers: only listed elements and
 * attributes stay, links only to the web, mail and telephone, pictures wait in `data-cid` and
 * `data-remote-src`. Sanitising again changes nothing (H4-H6, H10).
 */
export function sanitizeMailHtml(html: string): SafeMailHtml {
  let limit = Math.min(longestInput, endOfTags(html))
  for (;;) {
    const safe = sanitizeOnce(html.slice(0, limit).toWellFormed(), limit < html.length)
    if (safe.html.length <= longestOutput) return safe
    limit = Math.floor(limit / 2)
  }
}

function sanitizeOnce(html: string, cut: boolean): SafeMailHtml {
  const run: Run = { anchors: 0, dataImages: 0, contentIds: new Set(), remoteImages: 0 }
  const clean = sanitizeHtml(html, optionsFor(run))
  const { html: marked, links } = showTrueHosts(clean)
  return { html: marked, remoteImages: run.remoteImages, contentIds: [...run.contentIds], links, cut }
}

/** Where the tags become too many, or nest deeper than any real mail: the HTML is cut there. */
function endOfTags(html: string): number {
  let at = html.indexOf('<')
  let depth = 0
  for (let tags = 0; tags < mostTags && depth < deepestInput; tags += 1) {
    if (at < 0) return html.length
    depth = Math.max(0, depth + depthChange(html, at))
    at = html.indexOf('<', at + 1)
  }
  return at < 0 ? html.length : at
}

function depthChange(html: string, at: number): number {
  const closes = html.charCodeAt(at + 1) === slash
  const start = closes ? at + 2 : at + 1
  const name = /^[a-z][a-z0-9]*/iu.exec(html.slice(start, start + 12))?.[0].toLowerCase()
  if (name === undefined || neverDeep.has(name)) return 0
  return closes ? -1 : 1
}

function optionsFor(run: Run): IOptions {
  return {
    allowedTags,
    // Everything that reaches this point was made by `rebuild`, which lets through what is listed and no more.
    allowedAttributes: false,
    nonTextTags: droppedWithContent,
    parseStyleAttributes: false,
    nestingLimit: deepest,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data'],
    allowProtocolRelative: false,
    textFilter: text => text.replace(turning, ''),
    onOpenTag: name => {
      if (name === 'a') run.anchors += 1
    },
    onCloseTag: name => {
      if (name === 'a') run.anchors -= 1
    },
    transformTags: { '*': (tag, attributes) => rebuild(run, tag, attributes) },
  }
}

/** The element anew, from what is sound in it; a link inside a link becomes plain words. */
function rebuild(run: Run, tag: string, attributes: Attributes): { tagName: string; attribs: Attributes } {
  const sound = soundAttributes(tag, attributes)
  const style = safeStyle(attributes.style ?? '')
  if (style !== null) sound.style = style
  if (tag === 'a')
    return run.anchors > 1 ? { tagName: 'span', attribs: sound } : rebuildLink(sound, attributes)
  if (tag === 'img') return { tagName: 'img', attribs: { ...sound, ...imageSource(run, attributes) } }
  return { tagName: tag, attribs: sound }
}

function rebuildLink(sound: Record<string, string>, attributes: Attributes) {
  const href = safeLink(attributes.href ?? '')
  if (href === null) return { tagName: 'a', attribs: sound }
  const attribs = { href, target: '_blank', rel: 'noopener noreferrer nofollow', ...sound }
  return { tagName: 'a', attribs }
}

/** Where the picture is, put where no browser looks by itself; embedded pictures of harmless kinds stay. */
function imageSource(run: Run, attributes: Attributes): Record<string, string> {
  const source = (attributes.src ?? '').trim()
  const own = /^cid:/iu.test(source) ? decoded(source.slice(4)) : (attributes['data-cid'] ?? '')
  if (source === '' || /^cid:/iu.test(source)) {
    if (contentId.test(own)) {
      run.contentIds.add(own)
      return { 'data-cid': own }
    }
  }
  if (dataImage.test(source.slice(0, longestDataImage + 1)) && source.length <= longestDataImage) {
    run.dataImages += source.length
    return run.dataImages <= longestDataImages ? { src: source } : {}
  }
  const address = safeImageAddress(source === '' ? (attributes['data-remote-src'] ?? '') : source)
  if (address === null) return {}
  run.remoteImages += 1
  return { 'data-remote-src': address }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
