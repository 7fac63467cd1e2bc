import { type RawBuilder, sql } from 'kysely'
import type { Glimpse } from '#domain/cases/glimpse.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { MessageRow, Person, Recipients } from './message-store.ts'

/** A file as a message shows it. */
export type NamedFile = { id: string; name: string; media_type: string; size: number; inline: boolean }

/** A message with the names that people see. */
export type NamedMessage = Omit<MessageRow, 'sender' | 'recipients'> & {
  sender: Person | null
  recipients: Recipients
  /** Is there more text than was read here? */
  cut: boolean
  channel_name: string
  customer_name: string | null
  customer_handle: string | null
  author_name: string | null
  of_case: Glimpse | null
  doubted_case: Glimpse | null
  files: NamedFile[] | null
}

/** A place in a list that is ordered by time and id. */
export type Place = { at: Date; id: string }

/** Characters of a text that a page of messages shows; the whole is read one message at a time (D2). */
const shownText = 50_000

/** Messages of a case, newest first, at most `limit`, posted before a place. */
export function listMessagesOfCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  before: Place | null,
  limit: number,
): Promise<NamedMessage[]> {
  return page(tx, actor, sql<boolean>`m.case_id = ${caseId}`, before, limit)
}

/** Messages of a conversation, newest first, at most `limit`, posted before a place. */
export function listMessagesOfConversation(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  before: Place | null,
  limit: number,
): Promise<NamedMessage[]> {
  return page(tx, actor, sql<boolean>`m.conversation_id = ${conversationId}`, before, limit)
}

/** One message with its whole text; undefined if there is none. Who may see it is the caller's to check. */
export async function readMessage(tx: Tx, actor: Actor, id: string): Promise<NamedMessage | undefined> {
  const found = await sql<NamedMessage>`select ${columns(actor, null)} from messages m ${joins}
    where m.workspace_id = ${tx.workspaceId} and m.id = ${id}`.execute(tx.q)
  return found.rows[0]
}

async function page(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<boolean>,
  before: Place | null,
  limit: number,
): Promise<NamedMessage[]> {
  const earlier = before ? sql`and (m.posted_at, m.id) < (${before.at}, ${before.id}::uuid)` : sql``
  const found = await sql<NamedMessage>`select ${columns(actor, shownText)} from (
      select * from messages m where m.workspace_id = ${tx.workspaceId} and ${which} ${earlier}
      order by m.posted_at desc, m.id desc limit ${sql.lit(limit)}
    ) m ${joins} order by m.posted_at desc, m.id desc`.execute(tx.q)
  return found.rows
}

function columns(actor: Actor, textLimit: number | null) {
  const text =
    textLimit === null
      ? sql`m.text, false as cut`
      : sql`left(m.text, ${sql.lit(textLimit)}) as text, length(m.text) > ${sql.lit(textLimit)} as cut`
  return sql`m.workspace_id, m.id, m.conversation_id, m.channel_id, m.customer_id, m.case_id, m.raw_id, m.author_id,
    m.direction, m.visibility, m.state, m.subject, ${text}, m.preview, m.sender, m.recipients, m.mail_id, m.automatic,
    m.doubt, m.doubted_case_id, m.tie, m.remote_images, m.has_html, m.has_files, m.delivery, m.delivery_reason,
    m.delivery_attempts, m.next_attempt_at, m.completed_at, m.completed_by_id, m.posted_at, m.ingested_at,
    ch.name as channel_name, cu.name as customer_name, cu.handle as customer_handle, au.name as author_name,
    ${caseColumns('c', actor)} as of_case, ${caseColumns('d', actor)} as doubted_case,
    (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size,
        'inline', f.inline) order by f.id)
      from files f where f.workspace_id = m.workspace_id and f.message_id = m.id) as files`
}

/** A joined case as one value, with what decides about seeing it. */
function caseColumns(alias: 'c' | 'd', actor: Actor): RawBuilder<Glimpse | null> {
  const it = sql.ref(alias)
  return sql<Glimpse | null>`case when ${it}.id is null then null else jsonb_build_object(
    'number', ${it}.number, 'subject', ${it}.subject, 'status', ${it}.status, 'channelId', ${it}.channel_id,
    'teamId', ${it}.team_id, 'assigneeId', ${it}.assignee_id, 'assignedById', ${it}.assigned_by_id,
    'followed', exists (select from case_collaborators k where k.workspace_id = ${it}.workspace_id
      and k.case_id = ${it}.id and k.user_id = ${actor.userId}::uuid)) end`
}

const joins = sql`
  join channels ch on ch.workspace_id = m.workspace_id and ch.id = m.channel_id
  left join customers cu on cu.workspace_id = m.workspace_id and cu.id = m.customer_id
  left join users au on au.workspace_id = m.workspace_id and au.id = m.author_id
  left join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id and c.deleted_at is null
  left join cases d on d.workspace_id = m.workspace_id and d.id = m.doubted_case_id and d.deleted_at is null`

/** All cases of a conversation, newest first. */
export async function listCasesOfConversation(
  tx: Tx,
  actor: Actor,
  conversationId: string,
): Promise<Glimpse[]> {
  const found = await sql<{ of_case: Glimpse }>`select ${caseColumns('c', actor)} as of_case from cases c
    where c.workspace_id = ${tx.workspaceId} and c.conversation_id = ${conversationId} and c.deleted_at is null
    order by c.number desc limit 200`.execute(tx.q)
  return found.rows.map(row => row.of_case)
}

/** The names at the head of a conversation. */
export async function readHead(
  tx: Tx,
  conversationId: string,
): Promise<
  { channel_name: string; customer: { id: string; name: string; handle: string } | null } | undefined
> {
  const found = await sql<{
    channel_name: string
    customer: { id: string; name: string; handle: string } | null
  }>`select ch.name as channel_name,
      case when cu.id is null then null
        else jsonb_build_object('id', cu.id, 'name', cu.name, 'handle', cu.handle) end as customer
    from conversations v
    join channels ch on ch.workspace_id = v.workspace_id and ch.id = v.channel_id
    left join customers cu on cu.workspace_id = v.workspace_id and cu.id = v.customer_id
    where v.workspace_id = ${tx.workspaceId} and v.id = ${conversationId}`.execute(tx.q)
  return found.rows[0]
}
