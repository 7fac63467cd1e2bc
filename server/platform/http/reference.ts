import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problemShape } from '#domain/kernel/problem.ts'
import type { Door } from './door.ts'

/** OpenAPI 3.1 at /api/openapi.json and a readable reference at /api/docs, both made from the doors. */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Docket',
        version: '1',
        description: 'Customer care that drops nothing. Every screen of Docket uses this API.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'docket.session_token' },
        },
        schemas: { Problem: schemaOf(problemShape, 'output') as never },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: ({ schema, url, route }) => {
      const door = (route.config as { door?: Door } | undefined)?.door
      return { schema: door ? describeDoor(door) : { ...(schema ?? {}), hide: true }, url }
    },
  })
  app.get('/api/openapi.json', async () => app.swagger())
  // The reference starts itself with a script of its own in the page; nothing of a stranger's is ever shown there.
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', referencePolicy)
  })
  await app.register(scalar, {
    routePrefix: '/api/docs',
    configuration: { url: '/api/openapi.json', telemetry: false, withDefaultFonts: false } as never,
  })
}

const referencePolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

function describeDoor(door: Door) {
  return {
    tags: [door.resource],
    summary: door.summary,
    ...(door.open ? { security: [] } : {}),
    ...(door.params ? { params: schemaOf(door.params, 'input') } : {}),
    ...(door.query ? { querystring: schemaOf(door.query, 'input') } : {}),
    ...(door.body ? { body: schemaOf(door.body, 'input') } : {}),
    response: {
      [door.status]: door.answer ? schemaOf(door.answer, 'output') : { type: 'null', description: 'Done' },
      default: {
        description: 'What went wrong (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  } as never
}

/** The JSON Schema of a shape, as what may be sent (`input`) or what is answered (`output`). */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}
