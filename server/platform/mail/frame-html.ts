import { escapeForHtml } from './escape-html.ts'
import { safeImageAddress } from './safe-link.ts'

export type MailFrame = {
  /** What `sanitizeMailHtml` gave, folded or not; nothing else. */
  html: string
  /** Fresh for every answer, at least 128 random bits as base64 or hexadecimal; the same as in the headers. */
  nonce: string
  /** True only after the reader asked for the pictures of this mail (H6). */
  showRemoteImages: boolean
  /** Addresses of the mail's own files by content id. */
  inlineImages: ReadonlyMap<string, string>
  /** Our own hosts: a mail may not make the reader's browser call them (H7). */
  ownHosts?: readonly string[]
}

export type MailFrameHeaders = {
  nonce: string
  /** Where the mail's own files are served from: origins, with a path ending in `/` to narrow them. */
  imageOrigins: readonly string[]
  showRemoteImages: boolean
}

/**
 * The whole document for the sandboxed frame that shows one mail. To its parent it posts
 * `{docket: 'mail-height', height}` (CSS pixels) whenever its height changes, and nothing else.
 */
export function frameMailHtml(frame: MailFrame): string {
  const nonce = soundNonce(frame.nonce)
  const body = placeImages(frame)
  const paper = /\b(bgcolor|color|background-color|background)\s*[=:]/iu.test(frame.html)
    ? ' class="paper"'
    : ''
  return [
    `<!doctype html><html${paper}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    `<title>Message</title><base target="_blank"><style>${style}</style></head>`,
    `<body>${body}<script nonce="${nonce}">${script}</script></body></html>`,
  ].join('')
}

/**
 * The headers that frame must be served with. They bind where the sanitiser errs: nothing runs but our one
 * script, nothing loads but the pictures named here, nothing is submitted, and the frame has no origin (H5-H7).
 */
export function mailFrameHeaders(options: MailFrameHeaders): Record<string, string> {
  const remote = options.showRemoteImages ? ['https:', 'http:'] : []
  const images = [...options.imageOrigins.map(soundOrigin), 'data:', ...remote]
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${soundNonce(options.nonce)}'`,
    `style-src 'unsafe-inline'`,
    `img-src ${images.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
    'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'private, no-store',
  }
}

/** Give the waiting pictures their addresses. Works on the sanitiser's output, where attributes are regular. */
function placeImages(frame: MailFrame): string {
  return frame.html.replace(/<img ([^>]*)>/gu, (tag, attributes: string) => {
    const own = /(?:^| )data-cid="([^"]*)"/u.exec(attributes)?.[1]
    const remote = /(?:^| )data-remote-src="([^"]*)"/u.exec(attributes)?.[1]
    if (own !== undefined) return withSource(tag, frame.inlineImages.get(unescaped(own)))
    if (remote === undefined || !frame.showRemoteImages) return tag
    return withSource(tag, elsewhere(unescaped(remote), frame.ownHosts ?? []))
  })
}

function withSource(tag: string, address: string | undefined): string {
  return address === undefined ? tag : tag.replace('<img ', () => `<img src="${escapeForHtml(address)}" `)
}

function elsewhere(address: string, ownHosts: readonly string[]): string | undefined {
  const sound = safeImageAddress(address)
  if (sound === null) return undefined
  const { host, hostname } = new URL(sound)
  return ownHosts.includes(host) || ownHosts.includes(hostname) ? undefined : sound
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function soundNonce(nonce: string): string {
  if (!/^[A-Za-z0-9+/_-]{22,}={0,2}$/u.test(nonce)) throw new Error('A nonce needs 128 random bits or more.')
  return nonce
}

function soundOrigin(origin: string): string {
  if (!/^https?:\/\/[^\s;,'"]+$/u.test(origin)) throw new Error(`Not an origin for pictures: ${origin}`)
  return origin
}

/** Neutral in both themes; a mail that brings its own colours lies on white paper in both. */
const style = [
  ':root{color-scheme:light dark}',
  ':root.paper{color-scheme:only light;background:#fff;color:#1a1a1a}',
  'html,body{margin:0;padding:0}',
  'body{padding:2px;font:14px/1.5 Inter,system-ui,sans-serif;overflow-wrap:anywhere}',
  'img{max-width:100%;height:auto}img:not([src]){display:inline-block;min-width:16px;min-height:16px;',
  'outline:1px dashed #8888;font-size:12px;color:GrayText}',
  'table{max-width:100%}pre{white-space:pre-wrap}a{color:LinkText}',
  'blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #8886}',
  'a[data-true-host]::after{content:" [" attr(data-true-host) "]";font-weight:600;color:#b42318}',
  'details.docket-quote>summary{cursor:pointer;color:GrayText;font-size:12px}',
].join('')

const script = [
  'let last=0;const tell=()=>{const height=Math.ceil(document.documentElement.getBoundingClientRect().height);',
  "if(height!==last){last=height;parent.postMessage({docket:'mail-height',height},'*')}};",
  "new ResizeObserver(tell).observe(document.documentElement);addEventListener('load',tell);tell()",
].join('')
