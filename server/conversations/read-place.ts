import { readCursor } from '#server/platform/http/cursor.ts'
import { Invalid } from '#server/platform/refusal.ts'
import type { Place } from './list-messages.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** The place that a cursor of time and id names; null for none. Throws Invalid for `field` if it is not one of ours. */
export function readPlace(field: string, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [at, id] = readCursor(cursor, 2)
  const moment = new Date(String(at))
  if (Number.isNaN(moment.getTime()) || !uuid.test(String(id)))
    throw new Invalid(field, 'This is not a place in this list. Start again from its first page.')
  return { at: moment, id: String(id) }
}
