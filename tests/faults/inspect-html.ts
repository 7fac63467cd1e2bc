import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const htmlNamespace = 'http://www.w3.org/1999/xhtml'
/** The only attributes that mail may have; each is inert whatever it holds, but for those checked below. */
const inertAttributes = new Set(
  [
    ...[
      'title',
      'dir',
      'lang',
      'align',
      'valign',
      'width',
      'height',
      'bgcolor',
      'border',
      'cellpadding',
      'class',
    ],
    ...[
      'cellspacing',
      'summary',
      'role',
      'colspan',
      'rowspan',
      'nowrap',
      'scope',
      'span',
      'type',
      'start',
      'open',
    ],
    ...[
      'reversed',
      'value',
      'color',
      'face',
      'size',
      'noshade',
      'clear',
      'alt',
      'hspace',
      'vspace',
      'data-cid',
    ],
  ].concat('data-true-host'),
)
const inertElements =
  /^(a|abbr|address|article|aside|b|bdi|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)$/u
const activeStyle =
  /url|expression|import|javascript|behaviou?r|binding|position|z-index|@|\\|<|\/\*|var\(|image|content|filter|transform|animation|transition|opacity|inset/iu

/**
 * Everything in this HTML that could run, load, submit or cover, as a browser's own parsing rules see it
 * (parse5 follows the HTML standard). Knows nothing of the sanitiser, so that neither hides the other's gap.
 */
export function activeContent(html: string): string[] {
  const found: string[] = []
  const open: Node[] = [...parseFragment(html).childNodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text') continue
    if (!('tagName' in node)) {
      found.push(node.nodeName)
      continue
    }
    found.push(...activeIn(node))
    open.push(...node.childNodes)
  }
  return found
}

/** The same HTML after a browser has read it and written it out again. */
export function asBrowsersWriteIt(html: string): string {
  return serialize(parseFragment(html))
}

function activeIn(element: Element): string[] {
  const found: string[] = []
  if (element.namespaceURI !== htmlNamespace) found.push(`foreign element ${element.tagName}`)
  if (!inertElements.test(element.tagName)) found.push(`element ${element.tagName}`)
  for (const { name, value } of element.attrs) {
    const problem = attributeProblem(element.tagName, name, value)
    if (problem) found.push(`${element.tagName} ${problem}`)
  }
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]))
  if (attributes.has('href') && !/\bnoopener\b.*\bnoreferrer\b/u.test(attributes.get('rel') ?? '')) {
    found.push('link that keeps its opener')
  }
  return found
}

function attributeProblem(tag: string, name: string, value: string): string | null {
  if (inertAttributes.has(name)) return null
  if (name === 'style') return activeStyle.test(value) ? `style ${value}` : null
  if (tag === 'a' && name === 'href')
    return /^(https?:\/\/[^/]|mailto:|tel:)/u.test(value) ? null : `href ${value}`
  if (tag === 'a' && name === 'target') return value === '_blank' ? null : `target ${value}`
  if (tag === 'a' && name === 'rel') return null
  if (tag === 'img' && name === 'data-remote-src')
    return /^https?:\/\/[^/]/u.test(value) ? null : `source ${value}`
  if (tag === 'img' && name === 'src') {
    return /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/u.test(value) ? null : `src ${value}`
  }
  return `attribute ${name}`
}
