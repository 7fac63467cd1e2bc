import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AccessEntry,
  Channel,
  changeChannelShape,
  changeServerShape,
  channelAccessShape,
  createChannelShape,
} from '#domain/channels/wire.ts'
import { get, patch, post, put, remove } from '#web/platform/api.ts'
import { keys } from '#web/platform/keys.ts'

/** What of a channel is changed. */
export type ChannelChange = Omit<z.input<typeof changeChannelShape>, 'version'>
/** A mail server as it is sent; without a password the present one stays. */
export type ServerChange = z.input<typeof changeServerShape>
/** A mail server as it is shown: without its password. */
export type ShownServer = NonNullable<Channel['imap']>
/** A new channel. */
export type NewChannel = z.input<typeof createChannelShape>

/** POST /channels. */
export const createChannel = (body: NewChannel, key: string) => post<Channel>('/channels', body, key)

/** PATCH /channels/{id} of the version that is shown. */
export const changeChannel = (channel: Channel, change: ChannelChange) =>
  patch<Channel>(`/channels/${channel.id}`, { ...change, version: channel.version })

/** DELETE /channels/{id}. */
export const deleteChannel = (id: string) => remove(`/channels/${id}`)

/** GET /channels/{id}/access. */
export const fetchAccess = async (id: string, signal?: AbortSignal): Promise<AccessEntry[]> => {
  const { entries } = await get<z.infer<typeof channelAccessShape>>(`/channels/${id}/access`, {}, signal)
  return entries
}

/** The entries of a channel's access list. */
export const accessQuery = (id: string) =>
  queryOptions({ queryKey: keys.channelAccess(id), queryFn: ({ signal }) => fetchAccess(id, signal) })

/** PUT /channels/{id}/access: replaces the list. */
export const changeAccess = (id: string, entries: AccessEntry[]) => put(`/channels/${id}/access`, { entries })
