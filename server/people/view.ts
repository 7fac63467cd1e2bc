import type { Reference } from '#domain/kernel/shapes.ts'
import type { Actor } from '#domain/people/actor.ts'
import { permissionsOf } from '#domain/people/permissions.ts'
import type { Group, Invitation, Me, Team, Token, User } from '#domain/people/wire.ts'
import type { ApiTokensRow } from '#server/platform/db/tables.ts'
import type { Circle } from './circle-store.ts'
import type { OpenInvitation } from './invitation-store.ts'
import type { OwnFacts, ShownUser } from './user-store.ts'

/** A person as colleagues see them. */
export function userView(row: ShownUser): User {
  const permissions = [...permissionsOf(row.role, row.permissions)]
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    permissions,
    active: row.active,
    teams: row.teams,
    groups: row.groups,
    worksCases: row.active && permissions.includes('cases.manage'),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** The actor's own facts (PR-03). */
export function meView(actor: Actor, facts: OwnFacts): Me {
  return {
    id: actor.userId,
    name: actor.name,
    email: facts.email,
    role: actor.role,
    permissions: [...actor.permissions],
    channelLevels: { ...actor.channelLevels },
    memberOfChannels: [...actor.memberOfChannels],
    teamIds: [...actor.teamIds],
    groupIds: [...actor.groupIds],
    timeZone: facts.time_zone,
    twoFactor: facts.two_factor,
    workspace: { id: actor.workspaceId, name: facts.workspace },
  }
}

/** An open invitation; `link` only for whoever just made it. */
export function invitationView(row: OpenInvitation, link: string | null): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    invitedBy: { id: row.invited_by_id, name: row.inviter },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    link,
  }
}

/** A team. */
export function teamView(circle: Circle): Team {
  return { id: circle.id, name: circle.name, members: circle.members, version: circle.version }
}

/** A group; of its channels only those that the actor may read are named (Z16). */
export function groupView(actor: Actor, circle: Circle): Group {
  const reads = (channel: Reference) => (actor.channelLevels[channel.id] ?? 'no_access') !== 'no_access'
  return { ...teamView(circle), channels: circle.channels.filter(reads) }
}

/** A token; `value` only for whoever just made it. */
export function tokenView(row: ApiTokensRow, value: string | null): Token {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    value,
  }
}
