import type { z } from 'zod'
import { glimpseFor } from '#domain/cases/glimpse.ts'
import type { inboxRowShape } from '#domain/inbox/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { InboxMessage } from './list-inbox.ts'

/** A message as a row of the inbox; cases that the actor may not see are not there (PR-17). */
export function inboxRowView(actor: Actor, row: InboxMessage): z.input<typeof inboxRowShape> {
  const seen = glimpseFor(actor, row.of_case)
  return {
    id: row.id,
    subject: row.subject,
    preview: row.preview,
    from: row.sender,
    customer: row.customer,
    channel: { id: row.channel_id, name: row.channel_name },
    conversation: { id: row.conversation_id },
    case: seen ? { ...seen, assignee: row.of_case?.assignee ?? null } : null,
    hasFiles: row.has_files,
    automatic: row.automatic,
    doubt: row.doubt === null ? null : { code: row.doubt, case: glimpseFor(actor, row.doubted_case) },
    completedAt: row.completed_at?.toISOString() ?? null,
    postedAt: row.posted_at.toISOString(),
    receivedAt: row.ingested_at.toISOString(),
  }
}
