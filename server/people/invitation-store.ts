import { sql } from 'kysely'
import type { Role } from '#domain/people/permissions.ts'
import type { InvitationsRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** An open invitation with the name of whoever sent it. */
export type OpenInvitation = Omit<InvitationsRow, 'role'> & { role: Role; inviter: string }

function open(tx: Tx) {
  return tx.q
    .selectFrom('invitations as i')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 'i.workspace_id').onRef('u.id', '=', 'i.invited_by_id'),
    )
    .selectAll('i')
    .select('u.name as inviter')
    .$narrowType<{ role: Role }>()
    .where('i.workspace_id', '=', tx.workspaceId)
    .where('u.workspace_id', '=', tx.workspaceId)
    .where('i.accepted_at', 'is', null)
    .where('i.expires_at', '>', tx.now)
}

/** Invitations that can still be accepted, newest first; `before` is the id of the last one shown. */
export function listInvitations(tx: Tx, limit: number, before: string | null): Promise<OpenInvitation[]> {
  const all = open(tx)
    .orderBy('i.id', 'desc')
    .limit(sql.lit(limit + 1))
  return (before ? all.where('i.id', '<', before) : all).execute()
}

/** One invitation that can still be accepted, or null. */
export async function findInvitation(tx: Tx, id: string): Promise<OpenInvitation | null> {
  return (await open(tx).where('i.id', '=', id).executeTakeFirst()) ?? null
}

/** What an invitation promises. */
export type Promised = {
  id: string
  email: string
  name: string | null
  role: Role
  teamIds: string[]
  groupIds: string[]
  invitedById: string
  expiresAt: Date
}

/** Keeps an invitation. */
export async function addInvitation(tx: Tx, invitation: Promised): Promise<void> {
  await tx.q
    .insertInto('invitations')
    .values({
      workspace_id: tx.workspaceId,
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      team_ids: invitation.teamIds,
      group_ids: invitation.groupIds,
      invited_by_id: invitation.invitedById,
      created_at: tx.now,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Marks an invitation as accepted. */
export async function markAccepted(tx: Tx, id: string): Promise<void> {
  await tx.q
    .updateTable('invitations')
    .set({ accepted_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Withdraws an invitation and its code. */
export async function removeInvitation(tx: Tx, id: string): Promise<void> {
  await tx.q
    .deleteFrom('invitations')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute()
  await tx.q
    .deleteFrom('one_time_codes')
    .where('workspace_id', '=', tx.workspaceId)
    .where('invitation_id', '=', id)
    .execute()
}

/** Withdraws what is open for an address, before it is invited anew. */
export async function removeInvitationsFor(tx: Tx, email: string): Promise<void> {
  const rows = await tx.q
    .selectFrom('invitations')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .execute()
  for (const row of rows) await removeInvitation(tx, row.id)
}
