import { Invalid } from '#server/platform/refusal.ts'

/** A place in a list, as the opaque `next` of a page: the sort values of the last row shown (CL-26). */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The sort values of a cursor with `length` parts; Invalid if it is not one of ours. */
export function readCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values
  } catch {
    // Answered below: whoever sent this did not get it from us.
  }
  throw new Invalid('after', 'This is not a cursor of this list. Start again from the first page.')
}

function isPlain(value: unknown): value is string | number | null {
  return value === null || typeof value === 'number' || typeof value === 'string'
}
