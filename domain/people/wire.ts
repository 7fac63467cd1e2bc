import { z } from 'zod'
import { idShape, momentShape, pageShape, referenceShape, textShape } from '#domain/kernel/shapes.ts'
import { accessLevels } from './access-level.ts'
import { permissions, roles } from './permissions.ts'

export const emailShape = z
  .email()
  .max(254)
  .transform(text => text.trim().toLowerCase())
export const passwordShape = z
  .string()
  .min(12, 'Use at least 12 characters.')
  .max(256, 'Use at most 256 characters.')

/** A one-time secret from a link. Whatever is not one of ours, of any form, is answered like one that is over (A4). */
const secretShape = z.string().max(200).catch('')

/** GET /groups, /teams, /invitations and /users: one page after another. */
export const placeShape = z.strictObject({
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

/** GET /setup: does this server still wait for its first owner (A8)? Afterwards 404. */
export const setupStateShape = z.object({ open: z.literal(true) })
/** POST /setup with the one-time code from the console. */
export const setUpShape = z.strictObject({
  code: secretShape,
  workspace: textShape(80),
  name: textShape(80),
  email: emailShape,
  password: passwordShape,
  sample: z.boolean().default(false),
})

/** After setting up or accepting an invitation: where one is now, and whether a second factor is still wanted. */
export const joinedShape = z.object({ workspace: referenceShape, signedIn: z.boolean() })
export type Joined = z.infer<typeof joinedShape>

/** GET /me: the actor's own facts; the browser decides with them what to show. */
export const meShape = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)),
  channelLevels: z.record(z.string(), z.enum(accessLevels)),
  memberOfChannels: z.array(idShape),
  teamIds: z.array(idShape),
  groupIds: z.array(idShape),
  timeZone: z.string(),
  twoFactor: z.boolean(),
  workspace: referenceShape,
})
export type Me = z.infer<typeof meShape>
export const changeMeShape = z.strictObject({
  name: textShape(80).optional(),
  timeZone: z.string().max(64).optional(),
})

export const userShape = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)),
  active: z.boolean(),
  teams: z.array(referenceShape),
  groups: z.array(referenceShape),
  /** May this person be given cases (AS-26)? */
  worksCases: z.boolean(),
  createdAt: momentShape,
  version: z.int(),
})
export type User = z.infer<typeof userShape>
export const userPageShape = pageShape(userShape)
/** GET /users: everybody, by name; `worksCases` leaves only those who may be given cases (AS-26). */
export const usersQueryShape = placeShape.extend({
  active: z.stringbool().optional(),
  worksCases: z.stringbool().optional(),
})
export type UsersQuery = z.infer<typeof usersQueryShape>
export const changeUserShape = z.strictObject({
  version: z.int().optional(),
  name: textShape(80).optional(),
  role: z.enum(roles).optional(),
  permissions: z.array(z.enum(permissions)).optional(),
  active: z.boolean().optional(),
})

/** POST /invitations, and the list of those still open. */
export const inviteShape = z.strictObject({
  email: emailShape,
  name: textShape(80).optional(),
  role: z.enum(roles).exclude(['owner', 'custom']).default('agent'),
  teamIds: z.array(idShape).max(50).default([]),
  groupIds: z.array(idShape).max(50).default([]),
})
export const invitationShape = z.object({
  id: idShape,
  email: z.string(),
  name: z.string().nullable(),
  role: z.enum(roles),
  invitedBy: referenceShape,
  createdAt: momentShape,
  expiresAt: momentShape,
  /** The link to hand over; only in the answer to the request that made it. */
  link: z.string().nullable(),
})
export type Invitation = z.infer<typeof invitationShape>
export const invitationPageShape = pageShape(invitationShape)
/** POST /invitations/accept: the invited person chooses name and password; no session is needed. */
export const acceptInvitationShape = z.strictObject({
  token: secretShape,
  name: textShape(80),
  password: passwordShape,
})

export const groupShape = z.object({
  id: idShape,
  name: z.string(),
  members: z.array(referenceShape),
  channels: z.array(referenceShape),
  version: z.int(),
})
export type Group = z.infer<typeof groupShape>
export const groupPageShape = pageShape(groupShape)
export const teamShape = z.object({
  id: idShape,
  name: z.string(),
  members: z.array(referenceShape),
  version: z.int(),
})
export type Team = z.infer<typeof teamShape>
export const teamPageShape = pageShape(teamShape)
/** POST /groups and /teams. */
export const createCircleShape = z.strictObject({
  name: textShape(80),
  memberIds: z.array(idShape).max(500).default([]),
})
/** PATCH /groups/{id} and /teams/{id}; `memberIds` replaces the members. */
export const changeCircleShape = z.strictObject({
  version: z.int().optional(),
  name: textShape(80).optional(),
  memberIds: z.array(idShape).max(500).optional(),
})

/** POST /tokens: an API token of the person who makes it; its value is shown once. */
export const createTokenShape = z.strictObject({ name: textShape(80), expiresAt: momentShape.optional() })
export const tokenShape = z.object({
  id: idShape,
  name: z.string(),
  createdAt: momentShape,
  expiresAt: momentShape.nullable(),
  lastUsedAt: momentShape.nullable(),
  /** Only in the answer to the request that made it. */
  value: z.string().nullable(),
})
export type Token = z.infer<typeof tokenShape>
export const tokenPageShape = pageShape(tokenShape)

/** The id in the path of one person, invitation, group, team or token. */
export const oneShape = z.strictObject({ id: idShape })
