import { sql } from 'kysely'
import type { Pointer } from '#domain/conversations/threading.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/**
 * The conversations of a channel that have a message with one of these Message-IDs, in the order of the ids.
 */
export async function conversationsWithMailIds(
  tx: Tx,
  channelId: string,
  mailIds: readonly string[],
): Promise<string[]> {
  if (mailIds.length === 0) return []
  const found = await sql<{ conversation_id: string; mail_id: string }>`
    select distinct m.conversation_id, m.mail_id from messages m
    where m.workspace_id = ${tx.workspaceId} and m.mail_id = any(${[...mailIds]}::text[]) and m.mail_id is not null
      and m.channel_id = ${channelId}`.execute(tx.q)
  const place = new Map(mailIds.map((id, index) => [id, index]))
  const ordered = found.rows.toSorted((one, other) => place.get(one.mail_id)! - place.get(other.mail_id)!)
  return [...new Set(ordered.map(row => row.conversation_id))]
}

/** Is there a message with this Message-ID in the channel? */
export async function mailIdIsKnown(tx: Tx, channelId: string, mailId: string): Promise<boolean> {
  const found = await sql`select 1 from messages m where m.workspace_id = ${tx.workspaceId}
    and m.mail_id = ${mailId} and m.channel_id = ${channelId} limit 1`.execute(tx.q)
  return found.rows.length > 0
}

/** The conversation of the case with this number, if the case lives in this channel. */
export async function conversationOfCase(
  tx: Tx,
  channelId: string,
  number: number,
): Promise<string | undefined> {
  const row = await tx.q
    .selectFrom('cases')
    .select('conversation_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('number', '=', number)
    .where('channel_id', '=', channelId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.conversation_id ?? undefined
}

/**
 * Which of these conversations the channel has, with who takes part in each: its customer, and those to
 * whom we have written in it. Whoever a customer put into copy has no part by that (T6).
 */
export async function pointersTo(
  tx: Tx,
  channelId: string,
  conversationIds: readonly string[],
): Promise<Map<string, Pointer>> {
  if (conversationIds.length === 0) return new Map()
  const found = await sql<{ id: string; handle: string | null; written_to: string[] | null }>`
    select c.id, u.handle,
      (select array_agg(distinct lower(r.address)) from messages m
        cross join lateral jsonb_to_recordset(
          coalesce(m.recipients -> 'to', '[]') || coalesce(m.recipients -> 'cc', '[]')) as r(address text)
        where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.direction = 'out') as written_to
    from conversations c
    left join customers u on u.workspace_id = c.workspace_id and u.id = c.customer_id
    where c.workspace_id = ${tx.workspaceId} and c.id = any(${[...conversationIds]}::uuid[])
      and c.channel_id = ${channelId}`.execute(tx.q)
  return new Map(
    found.rows.map(row => [
      row.id,
      {
        conversationId: row.id,
        participants: [...(row.handle ? [row.handle] : []), ...(row.written_to ?? [])],
      },
    ]),
  )
}

/** The case that a conversation is about now: its active one, else the newest. */
export async function caseOfConversation(tx: Tx, conversationId: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select c.id from cases c
    where c.workspace_id = ${tx.workspaceId} and c.conversation_id = ${conversationId} and c.deleted_at is null
    order by (c.status in ('new', 'open', 'waiting', 'on_hold')) desc, c.number desc limit 1`.execute(tx.q)
  return found.rows[0]?.id ?? null
}
