import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlPayloads } from '#tests/faults/html-payloads.ts'
import { activeContent, asBrowsersWriteIt } from '#tests/faults/inspect-html.ts'
import { sanitizeMailHtml } from './sanitize-html.ts'

const clean = (html: string) => sanitizeMailHtml(html).html

/** Safe now, after a browser has written it out, and after either has happened three times (H4). */
function expectHarmless(html: string): void {
  const once = clean(html)
  expect(clean(once)).toBe(once)
  expect(clean(clean(once))).toBe(once)
  let browsed = once
  for (let round = 0; round < 3; round += 1) {
    expect(activeContent(browsed)).toEqual([])
    browsed = asBrowsersWriteIt(browsed)
    expect(activeContent(clean(browsed))).toEqual([])
  }
}

for (const [way, payloads] of Object.entries(htmlPayloads)) {
  test.each(payloads.map(payload => [payload]))(`H3 H4 H6: ${way}: nothing of %j is active`, payload => {
    expectHarmless(payload)
    expectHarmless(`<p>Before</p>${payload}<p>After</p>`)
    expectHarmless(`<table><tr><td>${payload}</td></tr></table>`)
  })
}

test('H3: the table holds at least 150 payloads, and the inspector sees each kind in them', () => {
  const all = Object.values(htmlPayloads).flat()
  expect(all.length).toBeGreaterThanOrEqual(150)
  const seen = all.filter(payload => activeContent(payload).length > 0)
  expect(seen.length).toBeGreaterThan(all.length * 0.9)
})

/** Pieces of markup between line breaks, to be put together at random. */
const markup = `<
>
</
/>
<a href="
"
'
=
&
&lt;
&quot;
;
:
<!--
-->
<![CDATA[
<svg>
</svg>
<math>
<style>
</style>
<script>
</script>
<title>
<p>
</p>
<b>
<table>
<td>
<img src=
onerror=alert(1)
 style="
url(
)
javascript:
https://a.example
<a href=//b.example>
</a>
paypal.com
x
<noscript>
<select>
<xmp>
<template>
<iframe srcdoc="
<textarea>
<details open>
<summary>
<form>
<base href="
<pre>`.split('\n')

const declarations = `color|background|margin|font-family|position|:|;| |'|"|(|)|rgb(1,2,3)|red|#fff|-1px|5px`
  .concat('|!important|url(x)|/*|*/|\\|1e9|,|&quot;|\n|display')
  .split('|')

test('H4: sanitising is a fixed point on anything that is made of markup', () => {
  const pieces = fc.constantFrom(...markup, ' ', '\n', '\u0000', '\u202e')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
      expectHarmless(parts.join(''))
    }),
    { numRuns: 3_000 },
  )
})

test('H4: sanitising is a fixed point on any style and any link', () => {
  const style = fc.array(fc.constantFrom(...declarations), { maxLength: 20 })
  fc.assert(
    fc.property(style, fc.webUrl({ withQueryParameters: true, withFragments: true }), (parts, url) => {
      expectHarmless(`<p style="${parts.join('')}">x</p><a href="${url}">${url} ${parts.join('')}</a>`)
    }),
    { numRuns: 2_000 },
  )
})

test('H6: pictures wait: those of the mail by content id, those elsewhere counted, those embedded bounded', () => {
  const png = 'data:image/png;base64,iVBORw0KGgo='
  const safe = sanitizeMailHtml(
    `<img src="cid:logo@x"><img src="CID:a%40b"><img src="https://t.example/1.gif?u=1&v=2"><img src="//t.example/2">` +
      `<img src="${png}"><img src="data:image/png;base64,${'A'.repeat(500_000)}" alt="big"><img src="https://">`,
  )
  expect(safe.contentIds).toEqual(['logo@x', 'a@b'])
  expect(safe.remoteImages).toBe(2)
  expect(safe.html).toBe(
    '<img data-cid="logo@x" /><img data-cid="a@b" /><img data-remote-src="https://t.example/1.gif?u=1&amp;v=2" />' +
      `<img data-remote-src="https://t.example/2" /><img src="${png}" /><img alt="big" /><img />`,
  )
})

test('H6: embedded pictures stop at two million characters together', () => {
  const picture = `<img src="data:image/gif;base64,${'R'.repeat(390_000)}">`
  expect(clean(picture.repeat(9)).split('src=').length - 1).toBe(5)
})

test('H5: an ordinary newsletter keeps its looks', () => {
  const html =
    '<table width="600" bgcolor="#ffffff" cellpadding="0"><tr><td align="center" style="padding:10px 20px;' +
    `color:#333333;font-family:'Segoe UI',Arial,sans-serif;border-bottom:1px solid rgb(1, 2, 3)"><b>Hi</b></td></tr></table>`
  expect(clean(html)).toBe(html.replace("'Segoe UI',Arial", "'Segoe UI',Arial"))
})

test.each([
  ['<a href="https://evil.example/x">www.paypal.com</a>', 'evil.example'],
  ['<a href="https://evil.example/x">Sign in at https://paypal.com/login now</a>', 'evil.example'],
  ['<a href="https://paypal.com.evil.example/">paypal.com</a>', 'paypal.com.evil.example'],
  ['<a href="https://evil.example/x"><b>pay</b>pal.com</a>', 'evil.example'],
  ['<a href="https://evil.example/x">pay\u200bpal.com</a>', 'evil.example'],
  ['<a href="https://evil.example/x">paypal\uff0ecom</a>', 'evil.example'],
  ['<a href="https://evil.example/x">\u202emoc.lapyap</a>', 'evil.example'],
  ['<a href="https://evil.example/x"><img alt="paypal.com"></a>', 'evil.example'],
  ['<a href="https://evil.example/x">bob@paypal.com</a>', 'evil.example'],
  ['<a href="mailto:a@evil.example">a@paypal.com</a>', 'evil.example'],
  ['<a href="https://p\u0430ypal.com/">here</a>', 'xn--pypal-4ve.com'],
  ['<a href="https://paypal.com@evil.example/">here</a>', 'evil.example'],
  ['<a href="https://evil.example\\@paypal.com/">paypal.com</a>', 'evil.example'],
  ['<a href="https://evil.example/x" data-true-host="paypal.com">paypal.com</a>', 'evil.example'],
])('H10: %s shows where it leads', (html, host) => {
  const safe = sanitizeMailHtml(html)
  expect(safe.html).toContain(`data-true-host="${host}"`)
  expect(safe.links).toMatchObject([{ misleading: true }])
  expect(safe.html).not.toContain('\u202e')
})

test.each([
  '<a href="https://www.paypal.com/login">paypal.com</a>',
  '<a href="https://paypal.com/login">Visit www.paypal.com.</a>',
  '<a href="https://click.paypal.com/t?u=1">https://paypal.com/login</a>',
  '<a href="https://shop.example/">Show 2.5 million offers, e.g. shoes</a>',
  '<a href="mailto:a@paypal.com">a@paypal.com</a>',
  '<a href="tel:+49301234567">+49 30 1234567</a>',
  '<a href="https://evil.example/" data-true-host="paypal.com">here</a>',
])('H10: %s says what it is', html => {
  const safe = sanitizeMailHtml(html)
  expect(safe.html).not.toContain('data-true-host')
  expect(safe.links).toMatchObject([{ misleading: false }])
})

test('H10: a link inside a link is words, so that only the link that is shown can be followed', () => {
  const link = (host: string) =>
    `<a href="https://${host}/" target="_blank" rel="noopener noreferrer nofollow">`
  expect(clean('<a href="https://a.example/">1 <b>2 <a href="https://b.example/">3</a></b> 4</a>')).toBe(
    `${link('a.example')}1 <b>2 <span>3</span></b> 4</a>`,
  )
  expect(clean('<a href="https://a.example/">1 <a href="https://b.example/">2</a> 3</a>')).toBe(
    `${link('a.example')}1 </a>${link('b.example')}2</a> 3`,
  )
})

test('D4: HTML that is too long or too deep is cut visibly, never refused', () => {
  expect(sanitizeMailHtml(`<p>Hi</p>${'<div>'.repeat(200_000)}`)).toMatchObject({ cut: true })
  expect(sanitizeMailHtml(`<p>Hi</p>${'<br>'.repeat(200_000)}`).html).toContain('<p>Hi</p>')
  const long = sanitizeMailHtml(`<p>${'&'.repeat(3_000_000)}</p>`)
  expect(long.cut).toBe(true)
  expect(long.html.length).toBeLessThanOrEqual(8_000_000)
})
