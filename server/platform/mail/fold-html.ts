/**
 * Quoted history in the HTML of a mail, folded into `<details>`. Only tags are added: with these taken out
 * the HTML is what it was, and whatever a person typed between two quotes stays open to view.
 */
const summary = 'Earlier messages'
const opening = `<details class="docket-quote"><summary>${summary}</summary>`
const closing = '</details>'

type Element = {
  tag: string
  classes: string
  attributes: string
  start: number
  contentStart: number
  end: number
  depth: number
  parent: number
  /** Is this, or anything around it, mail that was passed on? */
  forwarded: boolean
}

type Span = { start: number; end: number }

const wholeQuotes = /\b(yahoo_quoted|zmail_extra|tutanota_quote)\b/u
const quoteHeads = /\b(gmail_attr|moz-cite-prefix)\b/u
const outlookHeads = /\b(divrplyfwdmsg|x_divrplyfwdmsg|ms-outlook-mobile-reference-message)\b/u
const outlookLine = /border(-top)?:(none;border-top:)?solid #(e1e1e1|b5c4df) 1\.0pt/u
const forwardedWords =
  /^-{3,} ?(forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato)|^begin forwarded message/iu
const mostBreaks = 5
const voidTags = new Set(['br', 'hr', 'img', 'col', 'wbr'])

/**
 * Fold what the mail quotes. Takes and gives the regular output of `sanitizeMailHtml`. Forwarded mail
 * stays open, and so does a mail in which nothing else would be left to see.
 */
export function foldMailHtml(html: string): string {
  const elements = readElements(html)
  const firstWord = startOfText(html)
  const spans = outermost(
    elements.flatMap((element, index) => spanOf(html, elements, element, index, firstWord) ?? []),
  )
  if (spans.length === 0 || !seesText(outside(html, spans))) return html
  const pieces: string[] = []
  let copied = 0
  for (const { start, end } of spans) {
    pieces.push(html.slice(copied, start), opening, html.slice(start, end), closing)
    copied = end
  }
  pieces.push(html.slice(copied))
  return pieces.join('')
}

/** The elements in order of their start tags. The sanitiser closes all it opens, so a stack suffices. */
function readElements(html: string): Element[] {
  const elements: Element[] = []
  const open: number[] = []
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const tagEnd = html.indexOf('>', at) + 1
    if (html.charAt(at + 1) === '/') {
      const closed = elements[open.pop() ?? -1]
      if (closed) closed.end = tagEnd
      continue
    }
    const [tag = '', ...rest] = html.slice(at + 1, tagEnd - 1).split(' ')
    const attributes = rest.join(' ').toLowerCase()
    const classes = /(?:^| )class="([^"]*)"/u.exec(attributes)?.[1] ?? ''
    const parent = open.at(-1) ?? -1
    const forwarded = elements[parent]?.forwarded === true || beginsForwarded(html, tag, classes, tagEnd)
    const place = { start: at, contentStart: tagEnd, end: tagEnd, depth: open.length, parent }
    elements.push({ tag, classes, attributes, forwarded, ...place })
    if (!voidTags.has(tag)) open.push(elements.length - 1)
  }
  return elements
}

/** What to fold for this element, if it is where a quote begins. */
function spanOf(
  html: string,
  elements: Element[],
  element: Element,
  index: number,
  firstWord: number,
): Span | null {
  if (element.forwarded) return null
  if (wholeQuotes.test(element.classes)) return element
  if (element.tag === 'blockquote') return isIndent(element) ? null : element
  if (quoteHeads.test(element.classes)) return quoteAfter(html, elements, element, index)
  if (outlookHeads.test(element.classes) || isOutlookLine(html, element)) {
    const parent = elements[element.parent]
    const end = parent ? html.lastIndexOf('</', parent.end - 1) : html.length
    return firstWord < element.start ? { start: element.start, end } : null
  }
  return null
}

/** An attribution line belongs to the quote that follows it at once; alone it stays where it is. */
function quoteAfter(html: string, elements: Element[], head: Element, index: number): Span | null {
  let breaks = 0
  for (let next = index + 1; next < elements.length && breaks < mostBreaks; next += 1) {
    const element = elements[next]
    if (!element || element.depth < head.depth) return null
    if (element.start < head.end) continue
    if (seesText(html.slice(head.end, element.start))) return null
    if (element.tag === 'br') breaks += 1
    else if (element.tag !== 'blockquote' || element.depth !== head.depth) return null
    else return { start: head.start, end: element.end }
  }
  return null
}

/** Mail programs indent paragraphs with blockquotes that have no border: that is layout, not a quote. */
function isIndent(element: Element): boolean {
  return (
    /margin(-left)?:[^;"]*40px/u.test(element.attributes) &&
    /border:(none|medium none|0)/u.test(element.attributes)
  )
}

function isOutlookLine(html: string, element: Element): boolean {
  if (element.tag !== 'div' || !outlookLine.test(element.attributes)) return false
  return /^[^:]{1,30}:/u.test(words(html, element.contentStart))
}

/** Forwarded mail is what the sender wants seen: it lies in these containers, or after these words. */
function beginsForwarded(html: string, tag: string, classes: string, contentStart: number): boolean {
  if (classes === '' && tag !== 'blockquote') return false
  if (/\bmoz-forward-container\b/u.test(classes)) return true
  return forwardedWords.test(words(html, contentStart))
}

function words(html: string, from: number): string {
  return html
    .slice(from, from + 500)
    .replace(/<[^>]*>/gu, '')
    .trim()
}

/** Spans in order, those inside others left out; two that touch become one. */
function outermost(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1)
    if (!last || span.start >= last.end) kept.push({ start: span.start, end: span.end })
    else if (span.end > last.end) last.end = span.end
  }
  return kept
}

function outside(html: string, spans: Span[]): string {
  const pieces: string[] = []
  let copied = 0
  for (const { start, end } of spans) {
    pieces.push(html.slice(copied, start))
    copied = end
  }
  return `${pieces.join('')}${html.slice(copied)}`
}

/** Where the first visible character stands, or the length. */
function startOfText(html: string): number {
  for (let at = 0; at < html.length; at += 1) {
    if (html.charAt(at) === '<') at = html.indexOf('>', at)
    else if (seesText(html.charAt(at))) return at
  }
  return html.length
}

function seesText(html: string): boolean {
  return /[^\s\u00a0\u200b]/u.test(html.replace(/<[^>]*>/gu, ''))
}
