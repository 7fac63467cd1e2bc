import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '#domain/people/actor.ts'

type Shape = z.ZodType
type Parsed<S> = S extends Shape ? z.output<S> : undefined

/** What a door's handler is given: the person, what they sent (already checked), and the raw request where needed. */
export type Visit<Params, Query, Body, Who> = {
  actor: Who
  params: Params
  query: Query
  body: Body
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * One door of the public API, as plain data: the server mounts it, the reference describes it, and the
 * permission tests walk it.
 */
export type Door = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with `:name` for parameters. */
  path: string
  /** The noun it belongs to in the reference. */
  resource: string
  summary: string
  /** Open doors need no session: setting up, accepting an invitation. */
  open: boolean
  params?: Shape
  query?: Shape
  body?: Shape
  /** The shape of the answer; absent where there is none (204) or where it is not JSON. */
  answer?: Shape
  status: number
  handle(visit: Visit<unknown, unknown, unknown, unknown>): Promise<unknown>
}

type Opening<P, Q, B, A, Who> = {
  method: Door['method']
  path: string
  resource: string
  summary: string
  params?: P
  query?: Q
  body?: B
  answer?: A
  status?: number
  handle(visit: Visit<Parsed<P>, Parsed<Q>, Parsed<B>, Who>): Promise<A extends Shape ? z.input<A> : unknown>
}

/** A door for signed-in people and tokens. */
export function door<P = undefined, Q = undefined, B = undefined, A = undefined>(
  opening: Opening<P, Q, B, A, Actor>,
): Door {
  return asDoor(opening, false)
}

/** A door for everybody. */
export function openDoor<P = undefined, Q = undefined, B = undefined, A = undefined>(
  opening: Opening<P, Q, B, A, null>,
): Door {
  return asDoor(opening, true)
}

function asDoor(opening: object, open: boolean): Door {
  const given = opening as Omit<Door, 'open' | 'status'> & { status?: number }
  return { ...given, open, status: given.status ?? (given.answer ? 200 : 204) }
}
