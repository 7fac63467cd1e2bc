import { createWorkspace } from '#server/people/create-workspace.ts'
import type { Context } from '#server/platform/context.ts'
import { newSecret } from '#server/platform/ids.ts'

/** Adds a workspace from the command line and prints its owner's first password, once. */
export async function addWorkspace(ctx: Context, wanted: { name: string; email: string }): Promise<void> {
  const password = newSecret('first')
  await createWorkspace(ctx, {
    name: wanted.name,
    owner: { name: wanted.email.split('@')[0]!, email: wanted.email, password },
  })
  console.log(
    `Workspace “${wanted.name}” is there. Its owner signs in at ${ctx.publicUrl} as ${wanted.email} with this password, and changes it then:\n  ${password}`,
  )
}
