import { expect, test } from 'vitest'
import { millisecondsOf } from '#tests/faults/stopwatch.ts'
import { htmlToText } from './html-to-text.ts'

const text = (html: string) => htmlToText(html, 1_000_000)

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
  ['<div>One</div><div>Two</div>', 'One\nTwo'],
  ['<div><div><div>One</div></div></div><p>Two', 'One\n\nTwo'],
  ['a <b>bold</b>  \n word', 'a bold word'],
  ['<ul><li>One</li><li>Two</li></ul>After', '- One\n- Two\n\nAfter'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<pre>a\n  b</pre>', 'a\n  b'],
  [
    'Answer<blockquote>One<p>Two</p><blockquote>Three</blockquote></blockquote>Bye',
    'Answer\n\n> One\n>\n> Two\n>\n>> Three\n\nBye',
  ],
  ['&lt;b&gt; &amp; &uuml; &#x1F600; &nbsp;x', '<b> & ü 😀 \u00a0x'],
  ['<img alt="Logo" src="x"><img src="y">', 'Logo'],
  ['<head><title>T</title><style>p{}</style></head>Body<script>alert(1)</script>', 'Body'],
  ['<svg><text>no</text></svg>yes', 'yes'],
  ['a<!-- no -->b<![CDATA[no]]>c', 'abc'],
  ['1 < 2 and <3', '1 < 2 and <3'],
])('CF-20: %j reads as text', (html, expected) => {
  expect(text(html)).toBe(expected)
})

test('F7: text stops at its limit', () => {
  expect(htmlToText('<p>word</p>'.repeat(1_000), 100)).toHaveLength(100)
})

test.each([
  ['elements', '<b>'.repeat(300_000)],
  ['angle brackets', '<'.repeat(1_000_000)],
  ['quotes in quotes', '<blockquote>x'.repeat(70_000)],
  ['comments', '<!--'.repeat(250_000)],
  ['entities', '&lt;'.repeat(250_000)],
  ['line breaks', '<br>'.repeat(250_000)],
])('D3: a million characters of %s become text in linear time', (_, html) => {
  expect(millisecondsOf(() => text(html))).toBeLessThan(3_000)
})
