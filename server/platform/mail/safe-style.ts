/**
 * Inline styles as mail needs them: colours, type, spacing, borders. A declaration stays only where its property
 * is listed and its value is made of plain words, numbers and colours; nothing that loads, moves or covers (H5).
 */
const properties = new Set([
  ...[
    'color',
    'background-color',
    'background',
    'font',
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
  ],
  ...['font-variant', 'line-height', 'letter-spacing', 'word-spacing', 'text-align', 'text-decoration'],
  ...[
    'text-decoration-color',
    'text-decoration-line',
    'text-decoration-style',
    'text-transform',
    'text-indent',
  ],
  ...['vertical-align', 'white-space', 'word-break', 'word-wrap', 'overflow-wrap', 'direction', 'display'],
  ...['width', 'min-width', 'max-width', 'height', 'min-height', 'max-height', 'box-sizing'],
  ...sides('margin'),
  ...sides('padding'),
  ...sides('border'),
  ...['top', 'right', 'bottom', 'left'].flatMap(side =>
    ['color', 'style', 'width'].map(part => `border-${side}-${part}`),
  ),
  ...['border-color', 'border-style', 'border-width', 'border-radius', 'border-collapse', 'border-spacing'],
  ...['border-top-left-radius', 'border-top-right-radius', 'border-bottom-left-radius'],
  ...['border-bottom-right-radius', 'list-style', 'list-style-type', 'list-style-position', 'table-layout'],
  ...['empty-cells', 'caption-side', 'float', 'clear'],
])

const longestStyle = 4_000
const longestValue = 300
/** Colour functions; every other parenthesis, above all that of `url(`, makes the value unsound. */
const colorFunction = /\b(rgb|rgba|hsl|hsla)\(([0-9.,%\s/deg]{1,60})\)/giu
const plainValue = /^[\p{L}\p{N}\s.,%#+'"/-]*$/u
/** Negative lengths pull content over other content; lengths of five digits push it out of sight. */
const unsoundLength = /(^|[\s,])-\s*[\d.]|\d{5}|\d\.?e[+-]?\d/iu
const hexColor = /#[0-9a-f]{3,8}\b/giu
const displays = /^(block|inline|inline-block|none|table(-[a-z-]{3,20})?|list-item)$/iu

/** The sound declarations of a style attribute, or null where none is left. Linear, and a fixed point (H4). */
export function safeStyle(style: string): string | null {
  const kept = declarations(style.slice(0, longestStyle)).flatMap(declaration => {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/iu, '')
      .replace(/\s+/gu, ' ')
      .trim()
    return properties.has(property) && isSoundValue(property, value) ? [`${property}:${value}`] : []
  })
  return kept.length === 0 ? null : kept.join(';')
}

function isSoundValue(property: string, value: string): boolean {
  if (value === '' || value.length > longestValue) return false
  if (property === 'display') return displays.test(value)
  const plain = value.replace(colorFunction, ' color ').replace(hexColor, 'color')
  return plainValue.test(plain) && !unsoundLength.test(plain) && evenQuotes(plain)
}

/** Quotes must pair up, else the value would swallow the declarations after it. */
function evenQuotes(value: string): boolean {
  let open = ''
  for (const char of value) {
    if (char !== '"' && char !== "'") continue
    if (open === '') open = char
    else if (open === char) open = ''
  }
  return open === ''
}

/**
 * Cut at semicolons as they stand, even in strings and comments: what is cut wrongly has an odd quote, a
 * backslash or a comment mark in it and is refused for that.
 */
function declarations(style: string): string[] {
  return style.split(';')
}

function sides(name: string): string[] {
  return [name, ...['top', 'right', 'bottom', 'left'].map(side => `${name}-${side}`)]
}
