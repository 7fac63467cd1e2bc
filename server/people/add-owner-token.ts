import { globalQueries } from '#server/platform/auth/queries.ts'
import type { Context } from '#server/platform/context.ts'
import { hashOf, newId } from '#server/platform/ids.ts'
import { addToken } from './token-store.ts'
import { findFirstOwner } from './user-store.ts'
import { findFirstWorkspace } from './workspace-store.ts'

/**
 * Makes a value from the environment (DOCKET_OWNER_TOKEN) a valid API token of the first workspace's first
 * owner. Safe to call on every start; false while there is no owner.
 */
export async function addOwnerToken(
  ctx: Pick<Context, 'database' | 'clock'>,
  value: string,
): Promise<boolean> {
  const q = globalQueries(ctx.database)
  const workspaceId = await findFirstWorkspace(q)
  if (!workspaceId) return false
  const userId = await ctx.database.read(workspaceId, tx => findFirstOwner(tx))
  if (!userId) return false
  await addToken(q, {
    hash: hashOf(value),
    workspace_id: workspaceId,
    id: newId(),
    user_id: userId,
    name: 'DOCKET_OWNER_TOKEN',
    created_at: ctx.clock.now(),
    expires_at: null,
  })
  return true
}
