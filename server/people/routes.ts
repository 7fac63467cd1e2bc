import type { Auth } from '#server/platform/auth/auth.ts'
import { createBrake } from '#server/platform/auth/brake.ts'
import type { Context } from '#server/platform/context.ts'
import type { Door } from '#server/platform/http/door.ts'
import { circleRoutes } from './circle-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { type SampleCompany, setupRoutes } from './setup-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { userRoutes } from './user-routes.ts'

/** Every door of this room. `fill` puts sample data into a workspace whose owner asked for it. */
export function peopleRoutes(ctx: Context, auth: Auth, sample: SampleCompany): Door[] {
  const brake = createBrake()
  return [
    ...setupRoutes(ctx, auth, brake, sample),
    ...userRoutes(ctx, auth),
    ...invitationRoutes(ctx, auth, brake),
    ...circleRoutes(ctx),
    ...tokenRoutes(ctx),
  ]
}
