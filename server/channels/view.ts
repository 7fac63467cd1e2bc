import { levelOn, mayManageConnections } from '#domain/channels/permissions.ts'
import type { MailServer } from '#domain/channels/server.ts'
import type { Channel } from '#domain/channels/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Passwords } from './passwords.ts'
import type { ChannelRow } from './store.ts'

/** A channel as the actor may see it: where it connects is shown to those alone who manage channels; passwords to nobody (O5). */
export function channelView(actor: Actor, row: ChannelRow, passwords: Passwords): Channel {
  const shown = mayManageConnections(actor).ok
  const server = (which: MailServer | null, password: string | undefined) =>
    shown && which ? { ...which, passwordSet: Boolean(password) } : null
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: row.address,
    group: row.group_id ? { id: row.group_id, name: row.group_name ?? '' } : null,
    options: row.options,
    imap: server(row.imap, passwords.imap),
    smtp: server(row.smtp, passwords.smtp),
    mailbox: mailboxOf(row, shown),
    level: levelOn(actor, row.id),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

function mailboxOf(row: ChannelRow, shown: boolean): Channel['mailbox'] {
  if (row.kind !== 'email' || !row.imap) return null
  if (!row.mailbox) return { state: 'idle', since: null, reason: null }
  const { state, since, reason } = row.mailbox
  // What a server answered may name it.
  return { state, since: new Date(since).toISOString(), reason: shown ? reason : null }
}
