import type { z } from 'zod'
import type { accessEntryShape } from '#domain/channels/wire.ts'
import { higher } from '#domain/people/access-level.ts'
import type { EventListener, Tx } from '#server/platform/db/tx.ts'
import type { EventRecord } from '#server/platform/events/event.ts'
import { newId } from '#server/platform/ids.ts'
import { findLevelsOf, replaceAccess, setLevel } from './access-store.ts'
import { firstAccess, firstOptions } from './create-channel.ts'
import { addChannel, findNamesLike } from './store.ts'

/** Reactions of channels to what happens to people, in the same transaction. */
export const channelListeners: readonly EventListener[] = [giveGroupsADesk, keepLevelsOutsideRoles]

/** Each group starts with one desk channel, for cases opened by hand (CH-06). */
async function giveGroupsADesk(tx: Tx, event: EventRecord): Promise<void> {
  if (event.kind !== 'group.created') return
  const { groupId, name, first } = event.data as { groupId: string; name: string; first?: boolean }
  const id = newId()
  const deskName = await freeName(tx, first ? 'Desk' : `${name.slice(0, 70)} desk`)
  await addChannel(tx, {
    id,
    kind: 'desk',
    name: deskName,
    address: null,
    groupId,
    options: firstOptions('desk'),
    imap: null,
    smtp: null,
    secrets: null,
  })
  await replaceAccess(tx, id, firstAccess())
  tx.record({
    kind: 'channel.created',
    actor: event.actor,
    channelId: id,
    data: { name: deskName, kind: 'desk', address: null, groupId },
  })
}

async function freeName(tx: Tx, wanted: string): Promise<string> {
  const used = new Set(await findNamesLike(tx, wanted))
  if (!used.has(wanted)) return wanted
  let number = 2
  while (used.has(`${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}

type RoleWithLevels = Extract<z.infer<typeof accessEntryShape>['subject'], { kind: 'role' }>['role']

/** Whoever leaves a role for permissions of their own keeps, by name, the levels that the role had (AX-07). */
async function keepLevelsOutsideRoles(tx: Tx, event: EventRecord): Promise<void> {
  if (event.kind !== 'user.changed') return
  const { userId, before, after } = event.data as {
    userId: string
    before: { role?: RoleWithLevels }
    after: { role?: string }
  }
  if (after.role !== 'custom' || !before.role) return
  const person = { kind: 'user', userId } as const
  const own = await findLevelsOf(tx, person)
  const levels = await findLevelsOf(tx, { kind: 'role', role: before.role })
  for (const [channelId, level] of levels) {
    await setLevel(tx, channelId, person, higher(own.get(channelId) ?? 'no_access', level))
  }
}
