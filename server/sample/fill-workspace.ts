import type { Context } from '#server/platform/context.ts'
import type { Log } from '#server/platform/log.ts'
export async function fillWorkspace(
  _ctx: Context,
  _workspaceId: string,
  _userId: string,
  _log: Log,
): Promise<void> {}
