import { readCursor, writeCursor } from '#server/platform/http/cursor.ts'

/** Cuts a list that was read one row too long into a page; `keyOf` gives the sort values of the last row shown. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => (string | number | null)[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? writeCursor(keyOf(last)) : null }
}

/** The name and id after which a list of names goes on, or null for its beginning. Invalid for a foreign cursor. */
export function nameAndId(after: string | undefined): [string, string] | null {
  if (after === undefined) return null
  const [name, id] = readCursor(after, 2)
  return [String(name), String(id)]
}
