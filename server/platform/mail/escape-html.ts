const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it literally, in elements and in quoted attributes alike (H8). */
export function escapeForHtml(text: string): string {
  return text.replace(/[&<>"']/gu, char => entities[char] ?? char)
}
