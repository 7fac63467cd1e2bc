import { QuoteType, Tokenizer } from 'htmlparser2'
import { wholeStart } from './clean-text.ts'

/** Elements whose content nobody sees. */
const unseen = new Set(['script', 'style', 'title', 'noscript', 'template', 'textarea', 'svg', 'math'])
/** Elements that begin on a line of their own, and how many line breaks stand before and after. */
const breaks: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['address', 'article', 'aside', 'center', 'dd', 'div', 'dt', 'figure', 'footer', 'form', 'header', 'li']
      .concat(['main', 'section', 'table', 'tbody', 'thead', 'tr', 'hr', 'caption', 'figcaption', 'details'])
      .map(name => [name, 1]),
  ),
  ...Object.fromEntries(
    ['p', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul', 'dl', 'pre'].map(name => [name, 2]),
  ),
}
const deepestQuote = 20

type Page = {
  lines: string[]
  line: string
  length: number
  limit: number
  /** Line breaks owed before the next word; paragraphs that touch share theirs. */
  owed: number
  space: boolean
  /** How many quotes are open now, and how many were when the line and the one above it began. */
  quotes: number
  lineQuotes: number
  aboveQuotes: number
  pre: number
  unseen: string | null
  unseenDepth: number
}

/**
 * The words of an HTML mail as plain text of at most `limit` characters: paragraphs and lines kept, quoted
 * mail marked with `>`. For reading and searching only; linear in the input and indifferent to nesting (D3).
 */
export function htmlToText(html: string, limit: number): string {
  const page = emptyPage(limit)
  let tag = ''
  let attribute = ''
  let value = ''
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => writeText(page, html.slice(start, end)),
      ontextentity: codepoint => writeText(page, String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase()
      },
      onopentagend: () => openTag(page, tag),
      onselfclosingtag: () => openTag(page, tag),
      onclosetag: (start, end) => closeTag(page, html.slice(start, end).toLowerCase()),
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end)
      },
      onattribentity: codepoint => {
        value += String.fromCodePoint(codepoint)
      },
      onattribend: quote => {
        if (quote !== QuoteType.NoValue && tag === 'img' && attribute === 'alt') writeText(page, ` ${value} `)
      },
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return finish(page)
}

function emptyPage(limit: number): Page {
  const counts = {
    length: 0,
    limit,
    owed: 0,
    quotes: 0,
    lineQuotes: 0,
    aboveQuotes: 0,
    pre: 0,
    unseenDepth: 0,
  }
  return { lines: [], line: '', space: false, unseen: null, ...counts }
}

function openTag(page: Page, tag: string): void {
  if (page.unseen !== null) {
    if (tag === page.unseen) page.unseenDepth += 1
    return
  }
  if (unseen.has(tag)) {
    page.unseen = tag
    page.unseenDepth = 1
    return
  }
  if (tag === 'br') {
    breakLine(page)
    return
  }
  owe(page, breaks[tag] ?? 0)
  if (tag === 'blockquote') page.quotes += 1
  if (tag === 'pre') page.pre += 1
  if (tag === 'li') writeText(page, '- ')
  if (tag === 'td' || tag === 'th') page.space = true
}

function closeTag(page: Page, tag: string): void {
  if (page.unseen !== null) {
    if (tag === page.unseen) page.unseenDepth -= 1
    if (page.unseenDepth === 0) page.unseen = null
    return
  }
  owe(page, breaks[tag] ?? 0)
  if (tag === 'blockquote' && page.quotes > 0) page.quotes -= 1
  if (tag === 'pre' && page.pre > 0) page.pre -= 1
}

function owe(page: Page, count: number): void {
  page.owed = Math.max(page.owed, count)
}

/** A `<br>` ends the line even where the line is empty. */
function breakLine(page: Page): void {
  settle(page)
  beginLine(page)
  pushLine(page)
}

/** A line belongs to the quotes that are open where its first word stands. */
function beginLine(page: Page): void {
  if (page.line === '') page.lineQuotes = page.quotes
}

function writeText(page: Page, text: string): void {
  if (page.unseen !== null || page.length > page.limit) return
  if (page.pre > 0) {
    writePreformatted(page, text)
    return
  }
  const words = text.split(/[ \t\r\n\f]+/u)
  words.forEach((word, index) => {
    if (index > 0) page.space = true
    if (word !== '') writeWord(page, word)
  })
}

function writeWord(page: Page, word: string): void {
  settle(page)
  beginLine(page)
  const gap = page.space && page.line !== '' ? ' ' : ''
  page.space = false
  page.line += gap + word
  page.length += gap.length + word.length
}

function writePreformatted(page: Page, text: string): void {
  settle(page)
  const lines = text.split(/\r\n?|\n/u)
  lines.forEach((line, index) => {
    if (index > 0) pushLine(page)
    beginLine(page)
    page.line += line
    page.length += line.length
  })
}

/** Write the line breaks that are owed, unless nothing stands above them. */
function settle(page: Page): void {
  if (page.owed === 0) return
  if (page.line !== '') pushLine(page)
  if (page.owed > 1 && /[^>\s]/u.test(page.lines.at(-1) ?? '')) {
    page.lineQuotes = Math.min(page.aboveQuotes, page.quotes)
    pushLine(page)
  }
  page.owed = 0
  page.space = false
}

function pushLine(page: Page): void {
  const prefix = '>'.repeat(Math.min(page.lineQuotes, deepestQuote))
  const line = prefix === '' ? page.line : `${prefix} ${page.line}`
  page.lines.push(line.trimEnd())
  page.length += prefix.length + 1
  page.aboveQuotes = page.lineQuotes
  page.line = ''
  page.space = false
}

function finish(page: Page): string {
  if (page.line !== '') pushLine(page)
  const text = page.lines.join('\n').replace(/^\n+|\n+$/gu, '')
  return text.length > page.limit ? wholeStart(text, page.limit) : text
}
