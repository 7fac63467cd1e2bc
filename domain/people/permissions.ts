import type { AccessLevel } from './access-level.ts'

/** What a person may do, apart from the channels (PR-13). `people.manage`, `channels.manage` and `quarantine.manage` run the workspace itself. */
export const permissions = [
  'cases.create',
  'cases.manage',
  'cases.delete',
  'cases.viewAll',
  'cases.export',
  'cases.settings',
  'cases.sendUpdate',
  'cases.fields',
  'cases.views',
  'cases.reports',
  'permissions.manage',
  'people.manage',
  'channels.manage',
  'quarantine.manage',
  'audit.view',
] as const
export type Permission = (typeof permissions)[number]

/** Built-in roles (PR-13); `custom` is a person whose permissions were chosen one by one (AX-07). */
export const roles = [
  'owner',
  'admin',
  'supervisor',
  'agent',
  'creator',
  'community_agent',
  'viewer',
  'custom',
] as const
export type Role = (typeof roles)[number]

const agentPermissions: Permission[] = [
  'cases.create',
  'cases.manage',
  'cases.delete',
  'cases.export',
  'cases.sendUpdate',
  'cases.reports',
]

/** What each built-in role holds. PR-16: managing cases includes deleting them. */
export const permissionsOfRole: Record<Exclude<Role, 'custom'>, readonly Permission[]> = {
  owner: permissions,
  admin: permissions,
  supervisor: [
    ...agentPermissions,
    'cases.viewAll',
    'cases.settings',
    'cases.fields',
    'cases.views',
    'quarantine.manage',
  ],
  agent: agentPermissions,
  creator: ['cases.create'],
  community_agent: ['cases.create'],
  viewer: [],
}

/** Owners and admins reach every channel whole, whatever the channel's own list says (PR-04). */
export const rolesWithAllChannels: readonly Role[] = ['owner', 'admin']

/** The level a new channel gives each role until somebody changes it. */
export const firstLevelOfRole: Record<Exclude<Role, 'owner' | 'admin' | 'custom'>, AccessLevel> = {
  supervisor: 'full',
  agent: 'can_reply',
  creator: 'read_only',
  community_agent: 'can_reply',
  viewer: 'read_only',
}

/** Everything a person with this role (or these own permissions, when `custom`) may do. */
export function permissionsOf(role: Role, own: readonly Permission[]): readonly Permission[] {
  return role === 'custom' ? own : permissionsOfRole[role]
}
