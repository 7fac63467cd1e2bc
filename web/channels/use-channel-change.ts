import { useQueryClient } from '@tanstack/react-query'
import type { Channel } from '#domain/channels/wire.ts'
import { groupsQuery } from '#web/platform/groups.ts'
import { keys } from '#web/platform/keys.ts'
import { useRecordChange } from '#web/platform/record-change.ts'
import { type ChannelChange, changeChannel } from './channels-api.ts'

/**
 * Changes one channel. Name, group and options are seen at once; the mail servers only when the server has
 * taken them, because it may refuse them for reasons of its own.
 */
export function useChannelChange(id: string) {
  const client = useQueryClient()
  const show = (channel: Channel, { name, groupId, options }: ChannelChange): Channel => ({
    ...channel,
    name: name ?? channel.name,
    group: groupId === undefined ? channel.group : named(groupId),
    options: { ...channel.options, ...defined(options) },
  })
  const named = (groupId: string | null) => {
    const group = client.getQueryData(groupsQuery.queryKey)?.find(one => one.id === groupId)
    return group ? { id: group.id, name: group.name } : null
  }
  const change = useRecordChange<Channel, ChannelChange>({
    list: keys.channels,
    id,
    send: changeChannel,
    show,
  })
  return async (wanted: ChannelChange) => {
    await change(wanted)
    if (wanted.groupId !== undefined) void client.invalidateQueries({ queryKey: keys.groups })
  }
}

function defined(options: ChannelChange['options']): Partial<Channel['options']> {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined))
}
