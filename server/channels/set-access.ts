import { mayManageAccess } from '#domain/channels/permissions.ts'
import type { AccessEntry } from '#domain/channels/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import { accessUser } from '#server/people/access.ts'
import type { Context } from '#server/platform/context.ts'
import { Invalid, insist } from '#server/platform/refusal.ts'
import { accessChannel } from './access.ts'
import { listAccess, replaceAccess, writeSubject } from './access-store.ts'

type AccessList = { entries: AccessEntry[] }

/** Who has which level on a channel. Refuses CHANNEL_NOT_FOUND, CHANNEL_ACCESS_TOO_LOW. */
export function readAccess(ctx: Context, actor: Actor, id: string): Promise<AccessList> {
  return ctx.database.read(actor.workspaceId, async tx => {
    await accessChannel(tx, actor, id, 'read_only')
    insist(mayManageAccess(actor, id))
    return { entries: await listAccess(tx, id) }
  })
}

/**
 * Replaces who has which level on a channel (AX-14). Refuses CHANNEL_NOT_FOUND, CHANNEL_ACCESS_TOO_LOW,
 * USER_NOT_FOUND. Invalid when somebody is named twice.
 */
export function setAccess(
  ctx: Context,
  actor: Actor,
  id: string,
  { entries }: AccessList,
): Promise<AccessList> {
  const subjects = entries.map(entry => writeSubject(entry.subject))
  if (new Set(subjects).size < subjects.length) {
    throw new Invalid('entries', 'Name every role and person once.')
  }
  return ctx.database.write(actor.workspaceId, async tx => {
    await accessChannel(tx, actor, id, 'read_only', 'for update')
    insist(mayManageAccess(actor, id))
    for (const { subject } of entries) {
      if (subject.kind === 'user') await accessUser(tx, subject.userId)
    }
    const before = await listAccess(tx, id)
    await replaceAccess(tx, id, entries)
    const after = await listAccess(tx, id)
    tx.record({
      kind: 'channel.access_changed',
      actor: { kind: 'user', id: actor.userId },
      channelId: id,
      data: { before, after },
    })
    return { entries: after }
  })
}
