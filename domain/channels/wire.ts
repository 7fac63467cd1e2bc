import { z } from 'zod'
import { idShape, momentShape, pageShape, referenceShape, textShape } from '#domain/kernel/shapes.ts'
import { accessLevels } from '#domain/people/access-level.ts'
import { roles } from '#domain/people/permissions.ts'
import { channelKinds } from './kinds.ts'

/** How an e-mail channel fetches and sends; passwords are write-only (O5) and show as `passwordSet`. */
const serverShape = z.strictObject({
  host: textShape(253),
  port: z.int().min(1).max(65535),
  secure: z.boolean(),
  user: z.string().max(254).default(''),
})
export const changeServerShape = serverShape.extend({ password: z.string().max(1024).optional() })
const shownServerShape = serverShape.extend({ passwordSet: z.boolean() })

/** Options of a channel (SE-06 per channel). */
export const channelOptionsShape = z.object({
  /** A late message opens a new case (D-05); on for e-mail. */
  createOnLateMessage: z.boolean(),
  /** Team that gets cases nobody routed (AS-03). */
  defaultTeamId: idShape.nullable(),
  /** Shown as the sender's name in front of the channel's address. */
  senderName: z.string().max(80),
})
export type ChannelOptions = z.infer<typeof channelOptionsShape>

/** One entry of a channel's access list: a role or a person and their level (AX-14). */
export const accessEntryShape = z.strictObject({
  subject: z.union([
    z.strictObject({ kind: z.literal('role'), role: z.enum(roles).exclude(['owner', 'admin', 'custom']) }),
    z.strictObject({ kind: z.literal('user'), userId: idShape }),
  ]),
  level: z.enum(accessLevels),
})
export type AccessEntry = z.infer<typeof accessEntryShape>

export const channelShape = z.object({
  id: idShape,
  name: z.string(),
  kind: z.enum(channelKinds),
  address: z.string().nullable(),
  group: referenceShape.nullable(),
  options: channelOptionsShape,
  imap: shownServerShape.nullable(),
  smtp: shownServerShape.nullable(),
  /** How the mailbox is doing, for e-mail channels that fetch. */
  mailbox: z
    .object({
      state: z.enum(['idle', 'connected', 'failing']),
      since: momentShape.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** The actor's own level. */
  level: z.enum(accessLevels),
  createdAt: momentShape,
  version: z.int(),
})
export type Channel = z.infer<typeof channelShape>
export const channelPageShape = pageShape(channelShape)

/** POST /channels. `address` is needed for kind email. */
export const createChannelShape = z.strictObject({
  kind: z.enum(channelKinds),
  name: textShape(80),
  address: z.email().max(254).optional(),
  groupId: idShape.optional(),
  options: channelOptionsShape.partial().optional(),
  imap: changeServerShape.nullable().optional(),
  smtp: changeServerShape.nullable().optional(),
})
/** PATCH /channels/{id}. */
export const changeChannelShape = z.strictObject({
  version: z.int().optional(),
  name: textShape(80).optional(),
  groupId: idShape.nullable().optional(),
  options: channelOptionsShape.partial().optional(),
  imap: changeServerShape.nullable().optional(),
  smtp: changeServerShape.nullable().optional(),
})
/** GET and PUT /channels/{id}/access. */
export const channelAccessShape = z.strictObject({ entries: z.array(accessEntryShape).max(1000) })
