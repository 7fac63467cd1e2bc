/**
 * The formatted twin of a reply typed as plain text: the same words, escaped (H8), with paragraphs where
 * the author left empty lines. Nothing is added, so nothing internal can be in it (Z7).
 */
export function replyHtml(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/u)
    .map(paragraph => `<p>${paragraph.split('\n').map(escaped).join('<br>\n')}</p>`)
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(line: string): string {
  return line.replace(/[&<>"']/gu, char => entities[char] ?? char).replace(/ {2}/gu, ' &nbsp;')
}
