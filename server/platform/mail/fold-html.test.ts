import fc from 'fast-check'
import { expect, test } from 'vitest'
import { millisecondsOf } from '#tests/faults/stopwatch.ts'
import { foldMailHtml } from './fold-html.ts'
import { sanitizeMailHtml } from './sanitize-html.ts'

const clean = (html: string) => sanitizeMailHtml(html).html
const added = /<details class="docket-quote"><summary>Earlier messages<\/summary>|<\/details>/gu
const folded = (html: string) => foldMailHtml(clean(html))

/** What stays open to view, as plain text. */
function open(html: string): string {
  return folded(html)
    .replace(/<details class="docket-quote">.*?<\/details>/gsu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

const gmail =
  '<div dir="ltr">Thanks!</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Ada wrote:<br></div>' +
  '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">Did it work?</blockquote></div>'

test.each([
  ['Gmail', gmail],
  [
    'Apple Mail',
    'Thanks!<div><br><blockquote type="cite"><div>On Mon, Ada wrote:</div><div>Did it work?</div></blockquote></div>',
  ],
  [
    'Thunderbird',
    'Thanks!<div class="moz-cite-prefix">On Mon, Ada wrote:<br></div><blockquote type="cite" cite="mid:1">Q</blockquote>',
  ],
  [
    'Outlook on the web',
    '<div>Thanks!</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Ada</div><div>Q</div>',
  ],
  [
    'Outlook',
    '<div><p>Thanks!</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>From:</b> Ada</p></div></div></div>',
  ],
  [
    'Yahoo',
    '<div>Thanks!</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Mon, Ada wrote:</div><div>Q</div></div>',
  ],
  [
    'Proton',
    '<div>Thanks!</div><div class="protonmail_quote">On Mon, Ada wrote:<br><blockquote class="protonmail_quote">Q</blockquote></div>',
  ],
])('CV-01: what %s quotes is folded', (_, html) => {
  expect(folded(html)).toContain('<details class="docket-quote">')
  expect(open(html)).toMatch(/^Thanks!( On Mon, Ada wrote:)?$/u)
})

test('an answer between two quotes stays open', () => {
  const html = gmail.replace(
    '</blockquote></div>',
    '</blockquote><div>Yes it did.</div><blockquote>And now?</blockquote><div>Now too.</div></div>',
  )
  expect(open(html)).toBe('Thanks! Yes it did. Now too.')
})

test.each([
  [
    'forwarded mail',
    '<div>See below</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br></div><blockquote>It</blockquote></div>',
  ],
  [
    'forwarded mail of Thunderbird',
    '<p>See below</p><div class="moz-forward-container"><blockquote>It</blockquote></div>',
  ],
  [
    'an indented paragraph',
    '<p>Two points:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">One</blockquote>',
  ],
  ['a mail of nothing but a quote', '<blockquote type="cite">It</blockquote>'],
  ['Outlook mail that begins with its block', '<div id="divRplyFwdMsg"><b>From:</b> Ada</div><div>It</div>'],
  ['mail without quotes', '<p>Hello</p><div style="border-top:solid #E1E1E1 1.0pt">No header here</div>'],
])('%s stays open', (_, html) => {
  expect(folded(html)).toBe(clean(html))
})

test('folding only adds tags, stays harmless, and is done once', () => {
  const pieces = fc.constantFrom(
    ...[
      '<blockquote>',
      '</blockquote>',
      '<div class="gmail_attr">',
      '<div class="gmail_quote">',
      '</div>',
      '<p>',
      '</p>',
    ],
    ...[
      '<div id="divRplyFwdMsg">',
      '<div style="border-top:solid #B5C4DF 1.0pt">',
      'From: x',
      'words',
      '<br>',
      '<hr>',
      ' ',
    ],
    ...[
      '<table>',
      '<tr><td>',
      '</table>',
      '<div class="yahoo_quoted">',
      '---------- Forwarded message ---------',
      '&lt;',
      '<b>',
    ],
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
      const safe = clean(parts.join(''))
      const once = foldMailHtml(safe)
      expect(once.replace(added, '')).toBe(safe)
      expect(clean(once)).toBe(once)
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  ['attributions', '<div class="gmail_attr">x</div>'.repeat(20_000)],
  ['attributions and breaks', `<div class="gmail_attr">x</div>${'<br>'.repeat(20_000)}`],
  ['quotes in quotes', `x${'<blockquote>'.repeat(250)}${'<p>y</p>'.repeat(10_000)}`],
  ['Outlook blocks', 'x<div id="divRplyFwdMsg">From: y</div>'.repeat(20_000)],
  [
    'classes in classes',
    `x${'<div class="gmail_quote">'.repeat(250)}${'<i class="gmail_quote">y</i>'.repeat(10_000)}`,
  ],
])('D3: many %s fold in linear time', (_, html) => {
  const safe = clean(html)
  expect(millisecondsOf(() => foldMailHtml(safe))).toBeLessThan(2_000)
})
