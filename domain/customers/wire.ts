import { z } from 'zod'
import { idShape } from '#domain/kernel/shapes.ts'

/** A customer where only the name matters: on rows, messages and heads of cases. */
export const customerReferenceShape = z.object({ id: idShape, name: z.string(), handle: z.string() })
