import { graceIsOver } from '#domain/cases/reopening.ts'
import { DAY } from '#domain/kernel/moments.ts'
import type { Context } from '#server/platform/context.ts'
import { caseSettings } from './settings-access.ts'
import { listResolvedBefore, lockCase } from './store.ts'
import { takeStep } from './take-step.ts'

/**
 * Closes for good the resolved cases of a workspace whose grace is over (CC-21, T13), a batch at a time;
 * each is looked at again under its lock, so that a message that came meanwhile wins (X3). Returns how many.
 */
export async function endGrace(ctx: Context, workspaceId: string): Promise<number> {
  const now = ctx.clock.now()
  const { settings } = await ctx.database.read(workspaceId, caseSettings, 'background')
  const before = new Date(now.getTime() - settings.graceDays * DAY)
  let ended = 0
  for (;;) {
    const due = await ctx.database.read(workspaceId, tx => listResolvedBefore(tx, before, 200), 'background')
    if (due.length === 0) return ended
    const closed = await ctx.database.write(workspaceId, tx => endSome(tx, due), 'background')
    ended += closed
    if (closed === 0) return ended
  }
}

async function endSome(tx: Parameters<typeof lockCase>[0], due: string[]): Promise<number> {
  const { version, settings } = await caseSettings(tx)
  let ended = 0
  for (const id of due) {
    const row = await lockCase(tx, id)
    const over =
      row &&
      graceIsOver(
        { ...row, closeReason: row.close_reason, resolvedAt: row.resolved_at, closedAt: row.closed_at },
        settings,
        tx.now,
      )
    if (!row || !over) continue
    await takeStep(
      tx,
      row,
      { kind: 'grace_over' },
      { actor: { kind: 'system' }, why: 'GRACE_OVER', rule: 'grace', settingsVersion: version },
    )
    ended += 1
  }
  return ended
}
