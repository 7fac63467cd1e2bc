import type { SampleCompany } from '#server/people/setup-routes.ts'
import type { Context } from '#server/platform/context.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { fillWorkspace } from '#server/sample/fill-workspace.ts'
import { findFirstWorkspaceAndOwner } from './find-state.ts'

/** Fills the first workspace with the made-up company. Throws Unusable when there is none or it is not empty. */
export async function fillFirstWorkspace(ctx: Context): Promise<void> {
  const first = await findFirstWorkspaceAndOwner(ctx.database)
  if (!first)
    throw new Unusable(
      'There is no workspace to fill yet. Start Docket, set it up with the link it prints, then try again.',
    )
  await fillWorkspace(ctx, first.workspaceId, first.userId, ctx.log)
}

/** The same for a workspace that has just been set up: where the form asks for it, or `always`. */
export function sampleCompany(ctx: Context, always: boolean): SampleCompany {
  return { always, fill: ({ workspaceId, userId }) => fillWorkspace(ctx, workspaceId, userId, ctx.log) }
}
