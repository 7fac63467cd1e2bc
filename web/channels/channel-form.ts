import { type ChannelKind, channelKinds } from '#domain/channels/kinds.ts'
import { words } from '#web/platform/words.ts'
import type { NewChannel } from './channels-api.ts'
import { changeOf, fieldsOf, type ServerFields } from './mail-server.ts'

/** A new channel as it is typed; '' is no group and no team. */
export type ChannelFields = {
  kind: ChannelKind
  name: string
  address: string
  groupId: string
  defaultTeamId: string
  senderName: string
  createOnLateMessage: boolean
  fetches: boolean
  imap: ServerFields
  sends: boolean
  smtp: ServerFields
}

/** What the form starts with: late messages make cases in e-mail channels (D-05). */
export function emptyChannel(kind: ChannelKind): ChannelFields {
  return {
    kind,
    name: '',
    address: '',
    groupId: '',
    defaultTeamId: '',
    senderName: '',
    createOnLateMessage: kind === 'email',
    fetches: false,
    imap: fieldsOf('imap', null),
    sends: true,
    smtp: fieldsOf('smtp', null),
  }
}

/** The same form for another kind: what was typed stays. */
export function withKind(fields: ChannelFields, kind: ChannelKind): ChannelFields {
  return { ...fields, kind, createOnLateMessage: kind === 'email' }
}

/** Reads the kind of the address; e-mail when it says none. */
export function readNewChannelSearch(raw: Record<string, unknown>): { kind?: ChannelKind } {
  const kind = channelKinds.find(one => one === raw.kind)
  return kind ? { kind } : {}
}

/** What is wrong with an address; null when nothing is. */
export function wrongAddress({ kind, address }: ChannelFields): string | null {
  if (kind !== 'email' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim())) return null
  return words.channels.form.addressWrong
}

/** What is sent; only e-mail channels have an address and mail servers. */
export function newChannelOf(fields: ChannelFields): NewChannel {
  const { kind, name, groupId, defaultTeamId, createOnLateMessage } = fields
  const options = { createOnLateMessage, defaultTeamId: defaultTeamId || null }
  const common = { kind, name: name.trim(), ...(groupId ? { groupId } : {}) }
  if (kind !== 'email') return { ...common, options }
  return {
    ...common,
    address: fields.address.trim(),
    options: { ...options, senderName: fields.senderName.trim() },
    ...(fields.fetches ? { imap: changeOf(fields.imap) } : {}),
    ...(fields.sends ? { smtp: changeOf(fields.smtp) } : {}),
  }
}
