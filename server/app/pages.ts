import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '#server/platform/http/problem.ts'

const built = join(import.meta.dirname, '../../web/dist')

/**
 * Serves the built web app: files with a hash in their name for ever, the page itself never from a cache,
 * and the page for every address that a browser asks for (its own router knows the rest).
 */
export async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) {
    app.setNotFoundHandler(notHere)
    app.log.warn(
      'The web app has not been built; only the API is served. Start with “npm start”, which builds it.',
    )
    return
  }
  const page = await readFile(join(built, 'index.html'))
  await app.register(staticFiles, {
    root: built,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    if (!wantsPage) return notHere(request, reply)
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}

function notHere(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, { title: 'There is nothing here', status: 404, code: 'NOT_FOUND' })
}
