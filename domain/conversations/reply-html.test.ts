import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replyHtml } from './reply-html.ts'

test('H8: what an author types is shown, not run', () => {
  const html = replyHtml('<img src=x onerror=alert(1)> & "quotes"\n\nsecond')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;')
  expect(html.match(/<p>/gu)).toHaveLength(2)
})

test('Z7 H8: the formatted twin says exactly what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      const body = /<body>\n([\s\S]*)\n<\/body>/u.exec(replyHtml(text))?.[1] ?? ''
      const back = body
        .replaceAll('</p>\n<p>', '\n\n')
        .replace(/<br>\n/gu, '\n')
        .replace(/<\/?p>/gu, '')
        .replaceAll('&nbsp;', ' ')
        .replace(/&(lt|gt|quot|#39|amp);/gu, (_all, name: string) => {
          return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[name] ?? ''
        })
      expect(back).toBe(text.replace(/\n{3,}/gu, '\n\n'))
    }),
  )
})
