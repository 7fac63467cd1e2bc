import type { Letter } from './story.ts'

/** The formatted version of a letter: as telephones and mail programs write it, or as machines lay it out. */
export function wordHtml(letter: Letter): string | null {
  const { html, text, subject } = letter
  if (!html) return null
  if (html === 'plain') return plain(text)
  if (html === 'newsletter') return newsletter(subject, text)
  return html === 'order' ? table(text, orderRows) : table(text, priceRows)
}

function plain(text: string): string {
  return `<html><body style="font-family: Georgia, serif; font-size: 15px; color: #223">${paragraphs(text)}</body></html>`
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map(paragraph => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}

/** Two pictures that lie elsewhere, and one of a single dot that tells who has read it. */
function newsletter(subject: string, text: string): string {
  const pictures = 'https://pictures.the-daily-grind.example'
  return `<html><body style="background:#f4efe8;margin:0"><table width="100%"><tr><td align="center">
<table width="600" style="background:#ffffff"><tr><td><img src="${pictures}/head.jpg" width="600" height="160" alt="Steam over a cup"></td></tr>
<tr><td style="padding:24px;font-family:Helvetica,Arial,sans-serif"><h1 style="font-size:22px">${escaped(subject)}</h1>
${paragraphs(text)}
<p><a href="https://the-daily-grind.example/issue" style="background:#7a3b12;color:#fff;padding:10px 18px">Read on</a></p></td></tr>
<tr><td><img src="${pictures}/harbour.jpg" width="600" height="220" alt="The harbour in the morning"></td></tr>
<tr><td style="padding:12px;font-size:11px;color:#777">You can <a href="https://the-daily-grind.example/stop">stop these letters</a> at any time.
<img src="https://count.the-daily-grind.example/o.gif?reader=4410" width="1" height="1" alt=""></td></tr></table></td></tr></table></body></html>`
}

const orderRows = [
  ['Item', 'Pieces', 'Amount'],
  ['Card payments', '14', '€ 1,204.50'],
  ['Refund', '1', '− € 34.90'],
  ['Fee', '', '− € 14.05'],
]
const priceRows = [
  ['Article', 'Thickness', 'Price per kg'],
  ['Sheet 1.4301', '0.8 mm', '€ 4.12'],
  ['Sheet 1.4301', '1.0 mm', '€ 4.05'],
  ['Tube, seamless', '1.5 mm', '€ 6.80'],
]

function table(text: string, rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    row
      .map(
        cell => `<${tag} style="border:1px solid #cbd0d6;padding:6px 10px;text-align:left">${cell}</${tag}>`,
      )
      .join('')
  return `<html><body style="font-family:Arial,sans-serif;font-size:14px">${paragraphs(text)}
<table style="border-collapse:collapse"><tr>${cells(head, 'th')}</tr>
${body.map(row => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</table>
<p><img src="https://static.cardline.example/logo.png" width="120" height="32" alt="Logo"></p></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
