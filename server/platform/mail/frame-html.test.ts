import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { escapeForHtml } from './escape-html.ts'
import { frameMailHtml, mailFrameHeaders } from './frame-html.ts'
import { sanitizeMailHtml } from './sanitize-html.ts'

const nonce = 'aB3xyz0123456789_-aB3xyz'
const origins = ['https://docket.example/files/']

function frame(html: string, options: Partial<Parameters<typeof frameMailHtml>[0]> = {}): string {
  const safe = sanitizeMailHtml(html).html
  return frameMailHtml({ html: safe, nonce, showRemoteImages: false, inlineImages: new Map(), ...options })
}

function policy(showRemoteImages: boolean): Map<string, string> {
  const header =
    mailFrameHeaders({ nonce, imageOrigins: origins, showRemoteImages })['content-security-policy'] ?? ''
  return new Map(
    header.split('; ').map(part => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]),
  )
}

test('H5 H6 H7: the policy lets our one script run and the mail its own pictures load, nothing else', () => {
  expect(Object.fromEntries(policy(false))).toEqual({
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}'`,
    'style-src': "'unsafe-inline'",
    'img-src': 'https://docket.example/files/ data:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  })
  expect(policy(true).get('img-src')).toBe('https://docket.example/files/ data: https: http:')
})

test('H16: neither a weak nonce nor a made-up origin gets into the policy', () => {
  const headers = (weak: string, origin: string) => () =>
    mailFrameHeaders({ nonce: weak, imageOrigins: [origin], showRemoteImages: false })
  expect(headers('short', 'https://a.example')).toThrow('128 random bits')
  expect(headers(`${nonce}'; script-src *`, 'https://a.example')).toThrow('128 random bits')
  expect(headers(nonce, "https://a.example; script-src 'unsafe-inline'")).toThrow('Not an origin')
  expect(() => frame('x', { nonce: `${nonce}"><script>` })).toThrow('128 random bits')
})

test('H6: pictures elsewhere load only when they are asked for, and never from ourselves', () => {
  const html = '<img src="https://t.example/a.gif?x=1&amp;y=2"><img src="https://docket.example/logout">'
  expect(frame(html)).not.toMatch(/ src="/u)
  const shown = frame(html, { showRemoteImages: true, ownHosts: ['docket.example'] })
  expect(shown.match(/ src="[^"]*"/gu)).toEqual([' src="https://t.example/a.gif?x=1&amp;y=2"'])
})

test("F1: the mail's own pictures get the addresses of its files, escaped", () => {
  const inlineImages = new Map([['logo@x', 'https://docket.example/files/1?a=1&b="2"']])
  const shown = frame('<img src="cid:logo@x" alt="Logo"><img src="cid:other">', { inlineImages })
  expect(shown).toContain(
    '<img src="https://docket.example/files/1?a=1&amp;b=&quot;2&quot;" alt="Logo" data-cid="logo@x" />',
  )
  expect(shown).toContain('<img data-cid="other" />')
})

test('H7: the document has one script, ours, and every link opens apart', () => {
  const page = frame('<script>alert(1)</script><a href="https://x.example/">x</a>')
  expect(page.match(/<script/gu)).toHaveLength(1)
  expect(page).toContain(`<script nonce="${nonce}">`)
  expect(page).toContain('<base target="_blank">')
  expect(page.indexOf('<meta charset="utf-8">')).toBeLessThan(1_024)
  expect(parse(page, { onParseError: error => expect(error.code).toBe('') })).toBeDefined()
})

test('H10: the style shows the true host after a link that names another', () => {
  expect(frame('<a href="https://evil.example/">paypal.com</a>')).toMatch(
    /a\[data-true-host\]::after\{content:" \[" attr\(data-true-host\) "\]"/u,
  )
})

test('UI: mail with colours of its own lies on white paper, plain mail follows the theme', () => {
  expect(frame('<p style="color:red">x</p>')).toContain('<html class="paper">')
  expect(frame('<p>x</p>')).toContain('<html><head>')
})

test('H8: escaped text is literal in elements and attributes', () => {
  expect(escapeForHtml(`<b a="1" c='2'>&amp;</b>`)).toBe(
    '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;',
  )
})
