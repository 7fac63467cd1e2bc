import { mayChangeStatus } from '#domain/cases/permissions.ts'
import type { Status } from '#domain/cases/status.ts'
import { isActive } from '#domain/cases/status.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { accessCase, type HeldCase } from './access.ts'
import { insistOnVersion } from './insist-on-version.ts'
import { caseSettings } from './settings-access.ts'
import { lockCasesOfConversation } from './store.ts'
import { takeStep } from './take-step.ts'

export type StatusWish = {
  status: Exclude<Status, 'new'>
  reason?: string | undefined
  version?: number | undefined
}

/** Sets the status by hand (ST-01, ST-05, ST-14..17); refusals as in SPEC §3.5, CV-07 and CC-10. */
export async function changeStatus(
  ctx: Context,
  actor: Actor,
  number: number,
  wish: StatusWish,
): Promise<void> {
  try {
    await ctx.database.write(actor.workspaceId, async tx => {
      const held = await accessCase(tx, actor, number)
      await insistOnVersion(tx, actor, held, wish.version)
      await setStatus(tx, actor, held, wish)
    })
  } catch (error) {
    if (brokenConstraint(error, 'cases_one_active_per_conversation'))
      throw new Refused('CASE_OPEN_IN_CONVERSATION')
    throw error
  }
}

/** The same inside a transaction that does more: a reply that also sets a status (ST-02). */
export async function setStatus(tx: Tx, actor: Actor, held: HeldCase, wish: StatusWish): Promise<void> {
  const { version, settings } = await caseSettings(tx)
  insist(mayChangeStatus(actor, held.facts, settings))
  if (!isActive(held.row.status) && isActive(wish.status)) await insistOnFreeConversation(tx, held)
  const { row } = await takeStep(
    tx,
    held.row,
    { kind: 'choose', to: wish.status },
    {
      actor: { kind: 'user', id: actor.userId },
      reason: wish.reason,
      settingsVersion: version,
    },
  )
  // CC-22: without grace nothing is left to wait for.
  if (wish.status === 'resolved' && row.status === 'resolved' && settings.graceDays === 0) {
    const over = {
      actor: { kind: 'system' },
      why: 'GRACE_OVER',
      rule: 'grace',
      settingsVersion: version,
    } as const
    await takeStep(tx, row, { kind: 'grace_over' }, over)
  }
}

/** CV-07: no other case of the conversation is active. CC-10: for Care cases, none is newer either. */
async function insistOnFreeConversation(tx: Tx, held: HeldCase): Promise<void> {
  if (!held.row.conversation_id) return
  const siblings = (await lockCasesOfConversation(tx, held.row.conversation_id)).filter(
    row => row.id !== held.row.id,
  )
  const active = siblings.find(row => isActive(row.status))
  if (active)
    throw new Refused('CASE_OPEN_IN_CONVERSATION', { number: active.number, subject: active.subject })
  const newer = held.row.care_origin ? siblings.find(row => row.number > held.row.number) : undefined
  if (newer) throw new Refused('NEWER_CASE_EXISTS', { number: newer.number })
}
