import { z } from 'zod'
import { idShape, momentShape } from '#domain/kernel/shapes.ts'

export const customerShape = z.object({
  id: idShape,
  name: z.string(),
  handle: z.string(),
  network: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  language: z.string().nullable(),
  notes: z.string(),
  createdAt: momentShape,
  version: z.int(),
})
export type Customer = z.infer<typeof customerShape>
/** A customer where only the name matters: on rows, messages and heads of cases. */
export const customerReferenceShape = z.object({ id: idShape, name: z.string(), handle: z.string() })
export type CustomerReference = z.infer<typeof customerReferenceShape>
