/**
 * What may stand in the HTML of a mail: words, tables, pictures. Nothing that runs, loads, asks or covers.
 * No element here is parsed in more than one way by browsers (no raw text, no SVG, no MathML, no templates),
 * so that what was sanitised cannot mutate into something else (H4).
 */
export const allowedTags = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'big', 'blockquote', 'br', 'caption', 'center'],
  ...[
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
  ],
  ...[
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
  ],
  ...[
    'li',
    'main',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strike',
    'strong',
  ],
  ...['sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul'],
  ...['var', 'wbr'],
]

/** Elements that go together with everything in them: nobody would see it, or it is no HTML. */
export const droppedWithContent = [
  ...['script', 'style', 'title', 'noscript', 'template', 'textarea', 'option', 'select', 'datalist', 'xmp'],
  ...['iframe', 'frameset', 'noembed', 'noframes', 'plaintext', 'svg', 'math', 'object', 'embed', 'applet'],
  ...['audio', 'video', 'canvas', 'map', 'portal', 'dialog', 'xml'],
]

type Check = (value: string) => string | null

const pattern =
  (expression: RegExp): Check =>
  value =>
    expression.test(value) ? value : null
const word = (...words: string[]): Check => {
  const known = new Set(words)
  return value => (known.has(value.trim().toLowerCase()) ? value.trim().toLowerCase() : null)
}
const length = pattern(/^\d{1,4}(\.\d{1,3})?(px|%)?$/u)
const count = pattern(/^\d{1,2}$/u)
const color = pattern(/^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\))$/iu)
const words: Check = value => value.slice(0, 500)

const align = word('left', 'right', 'center', 'justify', 'char')
const valign = word('top', 'middle', 'bottom', 'baseline')

/** Attributes that any element may have. */
const common: Readonly<Record<string, Check>> = {
  title: words,
  dir: word('ltr', 'rtl', 'auto'),
  lang: pattern(/^[a-z]{1,8}(-[a-z0-9]{1,8}){0,3}$/iu),
  align,
  valign,
  width: length,
  height: length,
  bgcolor: color,
}

const cells = { colspan: pattern(/^\d{1,3}$/u), rowspan: pattern(/^\d{1,2}$/u), nowrap: word('', 'nowrap') }
const lists = { type: word('1', 'a', 'i', 'disc', 'circle', 'square'), start: pattern(/^-?\d{1,5}$/u) }

/** Attributes of single elements, besides the common ones; links and pictures are treated apart. */
const special: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  table: {
    border: count,
    cellpadding: count,
    cellspacing: count,
    summary: words,
    role: word('presentation'),
  },
  td: cells,
  th: { ...cells, scope: word('row', 'col', 'rowgroup', 'colgroup') },
  col: { span: count },
  colgroup: { span: count },
  ol: { ...lists, reversed: word('', 'reversed') },
  ul: lists,
  li: { value: pattern(/^-?\d{1,5}$/u), type: lists.type },
  font: { color, face: pattern(/^[\p{L}\p{N} ,'_-]{1,200}$/u), size: pattern(/^[+-]?[1-7]$/u) },
  hr: { size: count, color, noshade: word('', 'noshade') },
  br: { clear: word('all', 'left', 'right', 'none') },
  img: { alt: words, border: count, hspace: count, vspace: count },
  blockquote: { type: word('cite') },
  details: { open: word('', 'open') },
}

/** The classes by which mail programs mark quoted mail; every other class goes, with the sheet it is from. */
const quoteMarks = new Set(
  [
    ...['gmail_quote', 'gmail_quote_container', 'gmail_attr', 'gmail_signature', 'gmail_signature_prefix'],
    ...['moz-cite-prefix', 'moz-forward-container', 'moz-signature', 'yahoo_quoted', 'protonmail_quote'],
    ...[
      'divRplyFwdMsg',
      'appendonsend',
      'Signature',
      'ms-outlook-mobile-reference-message',
      'tutanota_quote',
    ],
    ...['zmail_extra', 'x_divRplyFwdMsg', 'AppleOriginalContents', 'mail_extra', 'docket-quote'],
  ].map(mark => mark.toLowerCase()),
)

const commonChecks = new Map(Object.entries(common))
const checksOf = new Map(
  Object.entries(special).map(([tag, own]) => [tag, new Map([...commonChecks, ...Object.entries(own)])]),
)

/** The allowed attributes of an element, each in a sound form, in the order in which they came. */
export function soundAttributes(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Record<string, string> {
  const checks = checksOf.get(tag) ?? commonChecks
  const sound: Record<string, string> = {}
  for (const name of Object.keys(attributes)) {
    const kept = checks.get(name)?.(attributes[name] ?? '') ?? null
    if (kept !== null) sound[name] = kept
  }
  const marks = attributes.class || attributes.id ? quoteClasses(attributes.class, attributes.id) : ''
  if (marks !== '') sound.class = marks
  return sound
}

/** Outlook marks by id; ids themselves must go, since they could stand in the way of the frame's script. */
function quoteClasses(classes: string | undefined, id: string | undefined): string {
  const named = `${classes ?? ''} ${id ?? ''}`.slice(0, 2_000).toLowerCase().split(/\s+/u)
  return [...new Set(named.filter(name => quoteMarks.has(name)))].join(' ')
}
