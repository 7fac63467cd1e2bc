import type { z } from 'zod'
import { glimpseFor } from '#domain/cases/glimpse.ts'
import { foldQuotes } from '#domain/conversations/quotes.ts'
import type { fileShape, messageShape, timelineEntryShape } from '#domain/conversations/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { NamedFile, NamedMessage } from './list-messages.ts'
import type { NamedComment, NamedEvent } from './list-timeline.ts'

const moment = (at: Date | null): string | null => at?.toISOString() ?? null

/** A message whole, as far as its text was read. */
export function messageView(actor: Actor, row: NamedMessage): z.input<typeof messageShape> {
  return {
    id: row.id,
    subject: row.subject,
    text: row.text,
    cut: row.cut,
    segments: foldQuotes(row.text),
    hasHtml: row.has_html,
    remoteImages: row.remote_images,
    direction: row.direction,
    visibility: row.visibility,
    state: row.state,
    from: row.sender,
    to: row.recipients.to ?? [],
    cc: row.recipients.cc ?? [],
    replyTo: row.recipients.replyTo ?? [],
    author: row.author_id === null ? null : { id: row.author_id, name: row.author_name ?? '' },
    customer:
      row.customer_id === null
        ? null
        : { id: row.customer_id, name: row.customer_name ?? '', handle: row.customer_handle ?? '' },
    channel: { id: row.channel_id, name: row.channel_name },
    conversation: { id: row.conversation_id },
    case: glimpseFor(actor, row.of_case),
    files: (row.files ?? []).map(fileView),
    automatic: row.automatic,
    doubt: row.doubt === null ? null : { code: row.doubt, case: glimpseFor(actor, row.doubted_case) },
    delivery: {
      state: row.delivery,
      reason: row.delivery_reason,
      attempts: row.delivery_attempts,
      nextAttemptAt: moment(row.next_attempt_at),
    },
    completedAt: moment(row.completed_at),
    postedAt: row.posted_at.toISOString(),
    receivedAt: row.ingested_at.toISOString(),
  }
}

/** A file with the address where those who may see its message download it. */
function fileView(file: NamedFile): z.input<typeof fileShape> {
  return {
    id: file.id,
    name: file.name,
    mediaType: file.media_type,
    size: file.size,
    inline: file.inline,
    url: `/api/v1/files/${file.id}`,
  }
}

type Entry = z.input<typeof timelineEntryShape>

/** A message in the timeline. */
export function messageEntry(actor: Actor, row: NamedMessage): Entry {
  return { entry: 'message', at: row.posted_at.toISOString(), message: messageView(actor, row) }
}

/** An internal comment in the timeline. */
export function commentEntry(row: NamedComment): Entry {
  return {
    entry: 'comment',
    at: row.created_at.toISOString(),
    comment: {
      id: row.id,
      text: row.text,
      author: { id: row.author_id, name: row.author_name ?? '' },
      createdAt: row.created_at.toISOString(),
      editedAt: moment(row.edited_at),
    },
  }
}

/** Something that happened, in the timeline; what no person did, the product did. */
export function eventEntry(row: NamedEvent): Entry {
  return {
    entry: 'event',
    at: row.at.toISOString(),
    event: {
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name ?? 'Docket' },
      data: row.data as Record<string, unknown>,
      cause: row.rule === null ? null : { rule: row.rule, settingsVersion: row.settings_version },
    },
  }
}
