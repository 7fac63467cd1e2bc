import { joinedShape, setUpShape, setupStateShape } from '#domain/people/wire.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import type { Brake } from '#server/platform/auth/brake.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, openDoor } from '#server/platform/http/door.ts'
import { insistOnFewTries, originOf } from './origin.ts'
import { insistOnOpenSetup, setUp } from './set-up.ts'

/** Fills a new workspace with a made-up company, if the owner asked for it. */
export type SampleCompany = {
  fill(made: { workspaceId: string; userId: string }): Promise<void>
  /** Was it asked for on the command line, whatever the form says? */
  always: boolean
}

/** Doors of /setup: open until the first owner came in, and not there afterwards (A8). */
export function setupRoutes(ctx: Context, auth: Auth, brake: Brake, sample: SampleCompany): Door[] {
  return [
    openDoor({
      method: 'GET',
      path: '/setup',
      resource: 'Setup',
      summary: 'Does this server wait for its first owner? 404 once it has one',
      answer: setupStateShape,
      async handle() {
        await insistOnOpenSetup(ctx)
        return { open: true as const }
      },
    }),
    openDoor({
      method: 'POST',
      path: '/setup',
      resource: 'Setup',
      summary: 'Make the workspace and its owner with the code that the server printed; signs in',
      body: setUpShape,
      answer: joinedShape,
      status: 201,
      async handle({ body, request, reply }) {
        insistOnFewTries(brake, `setup ${request.ip}`)
        const { joined, cookies, userId } = await setUp(ctx, auth, body, originOf(request))
        if (body.sample || sample.always) await sample.fill({ workspaceId: joined.workspace.id, userId })
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        return joined
      },
    }),
  ]
}
