import { mayBeAssigned, mayTeamBeAssigned } from '#domain/cases/assignment.ts'
import { mayClaimCase, mayWorkCase } from '#domain/cases/permissions.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { insist, Refused } from '#server/platform/refusal.ts'
import { accessCase, type HeldCase } from './access.ts'
import { findAssignee, findTeamMembers } from './find-assignees.ts'
import { findTeam, findUserName } from './find-names.ts'
import { insistOnVersion } from './insist-on-version.ts'
import { caseSettings } from './settings-access.ts'
import { removeCollaborator, updateCase } from './store.ts'
import { takeStep } from './take-step.ts'

/** A missing key stays as it is, null clears it. */
export type AssignmentWish = {
  teamId?: string | null | undefined
  assigneeId?: string | null | undefined
  version?: number | undefined
}

/** Gives a case to a team, a person, both or nobody (AS-01..10, AX-10, AX-11). */
export async function assignCase(
  ctx: Context,
  actor: Actor,
  number: number,
  wish: AssignmentWish,
): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const held = await accessCase(tx, actor, number, mayWorkCase)
    await insistOnVersion(tx, actor, held, wish.version)
    const row = await giveToTeam(tx, actor, held.row, wish.teamId)
    await giveToPerson(tx, actor, row, wish.assigneeId)
  })
}

/** Claims a waiting case of one's own team; of two at once one wins and the other is told who (AS-11..13, X1). */
export async function claimCase(ctx: Context, actor: Actor, number: number): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const held = await accessCase(tx, actor, number)
    await insistOnClaim(tx, actor, held)
    await handOver(tx, held.row, { id: actor.userId, name: actor.name }, actor, 'case.claimed')
  })
}

async function insistOnClaim(tx: Tx, actor: Actor, held: HeldCase): Promise<void> {
  const verdict = mayClaimCase(actor, held.facts)
  if (verdict.ok) return
  if (verdict.code !== 'ALREADY_CLAIMED' || !held.row.assignee_id) insist(verdict)
  throw new Refused('ALREADY_CLAIMED', {
    by: { id: held.row.assignee_id, name: await findUserName(tx, held.row.assignee_id!) },
  })
}

/** Checks that the person may hold cases of the channel; throws the refusal that says why not. */
export async function insistOnAssignee(
  tx: Tx,
  userId: string,
  channelId: string,
): Promise<{ id: string; name: string }> {
  const person = await findAssignee(tx, userId, channelId)
  if (!person) throw new Refused('ASSIGNEE_CANNOT_WORK_CASES', { userId })
  const { settings } = await caseSettings(tx)
  insist(mayBeAssigned(person, settings))
  return person
}

/** Checks that a team can work a case of the channel. */
export async function insistOnTeam(
  tx: Tx,
  teamId: string,
  channelId: string,
): Promise<{ id: string; name: string }> {
  const team = await findTeam(tx, teamId)
  if (!team) throw new Refused('TEAM_NO_ACCESS', { teamId })
  insist(mayTeamBeAssigned(teamId, await findTeamMembers(tx, teamId, channelId)))
  return team
}

async function giveToTeam(
  tx: Tx,
  actor: Actor,
  row: CasesRow,
  teamId: string | null | undefined,
): Promise<CasesRow> {
  if (teamId === undefined || teamId === row.team_id) return row
  const team = teamId === null ? null : await insistOnTeam(tx, teamId, row.channel_id)
  const from = row.team_id ? await findTeam(tx, row.team_id) : null
  tx.record({
    kind: 'case.team_changed',
    actor: { kind: 'user', id: actor.userId },
    caseId: row.id,
    channelId: row.channel_id,
    data: {
      number: row.number,
      from: from?.name ?? null,
      fromId: row.team_id,
      to: team?.name ?? null,
      toId: teamId,
    },
  })
  return updateCase(tx, row, { team_id: teamId }, actor.userId)
}

async function giveToPerson(
  tx: Tx,
  actor: Actor,
  row: CasesRow,
  assigneeId: string | null | undefined,
): Promise<void> {
  if (assigneeId === undefined || assigneeId === row.assignee_id) return
  if (assigneeId === null) return takeBack(tx, actor, row)
  const person = await insistOnAssignee(tx, assigneeId, row.channel_id)
  await handOver(tx, row, person, actor, 'case.assigned')
}

/** T3 and AS-09: a new case opens, a closed one stays closed; the timer is not touched (AC-05). */
async function handOver(
  tx: Tx,
  row: CasesRow,
  to: { id: string; name: string },
  by: Actor,
  kind: 'case.assigned' | 'case.claimed',
): Promise<void> {
  const from = row.assignee_id ? await findUserName(tx, row.assignee_id) : null
  const owner = { assignee_id: to.id, assigned_by_id: by.userId, assigned_at: tx.now }
  const actor = { kind: 'user', id: by.userId } as const
  tx.record({
    kind,
    actor,
    caseId: row.id,
    channelId: row.channel_id,
    data: {
      number: row.number,
      subject: row.subject,
      from,
      fromId: row.assignee_id,
      to: to.name,
      toId: to.id,
      byId: by.userId,
    },
  })
  const { step } = await takeStep(tx, row, { kind: 'assign' }, { actor, why: 'ASSIGNED', also: owner })
  if (step === null) await updateCase(tx, row, owner, by.userId)
  // AS-15: who owns a case does not follow it as well.
  await removeCollaborator(tx, row.id, to.id)
}

/** T4: back to the queue; the team stays. */
async function takeBack(tx: Tx, actor: Actor, row: CasesRow): Promise<void> {
  const by = { kind: 'user', id: actor.userId } as const
  const nobody = { assignee_id: null, assigned_by_id: null, assigned_at: null }
  tx.record({
    kind: 'case.unassigned',
    actor: by,
    caseId: row.id,
    channelId: row.channel_id,
    data: {
      number: row.number,
      from: row.assignee_id ? await findUserName(tx, row.assignee_id) : null,
      fromId: row.assignee_id,
    },
  })
  const { step } = await takeStep(
    tx,
    row,
    { kind: 'unassign' },
    { actor: by, why: 'UNASSIGNED', also: nobody },
  )
  if (step === null) await updateCase(tx, row, nobody, actor.userId)
}
