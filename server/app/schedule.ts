import { endGrace } from '#server/cases/end-grace.ts'
import type { Context } from '#server/platform/context.ts'
import { forgetOldKeys } from '#server/platform/http/idempotency.ts'
import type { Sweep } from '#server/platform/jobs/runner.ts'
import { findWorkspaceIds } from './find-state.ts'

/** Everything that comes round every minute. Each reads what is due from the records, so a missed minute is caught up (K5). */
export function scheduleOf(ctx: Context, sendDueMail: (workspaceId: string) => Promise<void>): Sweep[] {
  const inEachWorkspace = (name: string, work: (workspaceId: string) => Promise<unknown>): Sweep => ({
    name,
    run: async () => {
      // One workspace's trouble is its own: the others have their turn all the same.
      const failures: unknown[] = []
      for (const id of await findWorkspaceIds(ctx.database))
        await work(id).catch(error => void failures.push(error))
      if (failures.length > 0)
        throw new AggregateError(failures, `${name} failed in ${failures.length} workspaces`)
    },
  })
  return [
    inEachWorkspace('end_grace', id => endGrace(ctx, id)),
    inEachWorkspace('send_due_mail', sendDueMail),
    inEachWorkspace('forget_old_keys', id => forgetOldKeys(ctx.database, id)),
  ]
}
