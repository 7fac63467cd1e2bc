/** The first `limit` characters (code points, so that no emoji is cut in half), with an ellipsis if more came. */
export function shorten(text: string, limit: number): string {
  const points = Array.from(text.slice(0, limit * 2 + 2))
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

/** One line of text: runs of white space and line breaks become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Text without the characters that PostgreSQL cannot keep (NUL) and without halves of surrogate pairs (H13). */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
