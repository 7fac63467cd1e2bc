import { sql } from 'kysely'
import type { AccessEntry } from '#domain/channels/wire.ts'
import type { AccessLevel } from '#domain/people/access-level.ts'
import type { Tx } from '#server/platform/db/tx.ts'

type Subject = AccessEntry['subject']

/** How an entry's subject is stored: 'role:agent' or 'user:<id>'. */
export function writeSubject(subject: Subject): string {
  return subject.kind === 'role' ? `role:${subject.role}` : `user:${subject.userId}`
}

function readSubject(stored: string): Subject {
  const [kind, name] = [stored.slice(0, 5), stored.slice(5)]
  type Given = Extract<Subject, { kind: 'role' }>['role']
  return kind === 'role:' ? { kind: 'role', role: name as Given } : { kind: 'user', userId: name }
}

/** The access list of a channel: roles first, then people. */
export async function listAccess(tx: Tx, channelId: string): Promise<AccessEntry[]> {
  const rows = await tx.q
    .selectFrom('channel_access')
    .select(['subject', 'level'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', channelId)
    .orderBy('subject')
    .execute()
  return rows.map(row => ({ subject: readSubject(row.subject), level: row.level }))
}

/** Replaces the access list of a channel. */
export async function replaceAccess(
  tx: Tx,
  channelId: string,
  entries: readonly AccessEntry[],
): Promise<void> {
  await tx.q
    .deleteFrom('channel_access')
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', '=', channelId)
    .execute()
  if (entries.length === 0) return
  await tx.q
    .insertInto('channel_access')
    .values(
      entries.map(entry => ({
        workspace_id: tx.workspaceId,
        channel_id: channelId,
        subject: writeSubject(entry.subject),
        level: entry.level,
      })),
    )
    .execute()
}

/** The levels that a role or person has been given, by channel. */
export async function findLevelsOf(tx: Tx, subject: Subject): Promise<Map<string, AccessLevel>> {
  const rows = await tx.q
    .selectFrom('channel_access')
    .select(['channel_id', 'level'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('subject', '=', writeSubject(subject))
    .execute()
  return new Map(rows.map(row => [row.channel_id, row.level]))
}

/** Gives a role or person a level on a channel, whatever they had there. */
export async function setLevel(
  tx: Tx,
  channelId: string,
  subject: Subject,
  level: AccessLevel,
): Promise<void> {
  await sql`insert into channel_access (workspace_id, channel_id, subject, level)
    values (${tx.workspaceId}, ${channelId}, ${writeSubject(subject)}, ${level})
    on conflict (workspace_id, channel_id, subject) do update set level = excluded.level`.execute(tx.q)
}
