import { z } from 'zod'

/** Every error on the wire (RFC 9457): `code` is from a closed union, `data` is what its sentence needs. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  /** For Invalid: what is wrong with which field. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemShape>
