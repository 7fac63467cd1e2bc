import { z } from 'zod'
import { storable } from './text.ts'

/** An id: a UUID made by the application (version 7, so that ids sort by creation). */
export const idShape = z.uuid()

/** A moment on the wire: RFC 3339 in UTC. */
export const momentShape = z.iso.datetime({ offset: true })

/** A reference on the wire: enough to name and link the thing. */
export const referenceShape = z.object({ id: idShape, name: z.string() })
export type Reference = z.infer<typeof referenceShape>

/** Text that people type: trimmed, without NUL and broken surrogates, at least one character. */
export function textShape(limit: number) {
  return z
    .string()
    .max(limit, `Keep this to ${limit} characters.`)
    .transform(text => storable(text).trim())
    .refine(text => text.length > 0, 'This cannot be empty.')
}

/** Text that may be left empty. */
export function optionalTextShape(limit: number) {
  return z
    .string()
    .max(limit, `Keep this to ${limit} characters.`)
    .transform(text => storable(text).trim())
}

/** One page of a list; `next` is the cursor of the following page, null on the last (CL-26). */
export function pageShape<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** What a rule says about an act this person could do to this record (`may` of every answer). */
export const verdictShape = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
])
