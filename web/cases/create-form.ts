import type { Priority } from '#domain/cases/priority.ts'
import { usualPriority } from '#domain/cases/priority.ts'
import type { CreateCase } from '#domain/cases/wire.ts'

/** What somebody has entered for a new case. */
export type CreateDraft = {
  subject: string
  description: string
  channelId: string | null
  teamId: string | null
  assigneeId: string | null
  typeId: string | null
  priority: Priority
  tags: string[]
  comment: string
  completeMessage: boolean
}

/** An untouched form: Medium is preselected (CF-13), all else is open. */
export const emptyDraft: CreateDraft = {
  subject: '',
  description: '',
  channelId: null,
  teamId: null,
  assigneeId: null,
  typeId: null,
  priority: usualPriority,
  tags: [],
  comment: '',
  completeMessage: false,
}

/** What a field of the form gets. */
export type FormPart = { draft: CreateDraft; change: (part: Partial<CreateDraft>) => void }

/** Where a new case comes from: a message (IN-01), or somebody's own words on a desk channel. */
export type Origin = { kind: 'message'; id: string } | { kind: 'hand' }

/** The request for what was entered; what was left empty is left out. */
export function requestOf(draft: CreateDraft, origin: Origin, channelId: string | null): CreateCase {
  const shared: CreateCase = {
    priority: draft.priority,
    ...(draft.teamId ? { teamId: draft.teamId } : {}),
    ...(draft.assigneeId ? { assigneeId: draft.assigneeId } : {}),
    ...(draft.typeId ? { typeId: draft.typeId } : {}),
    ...(draft.tags.length > 0 ? { tags: draft.tags } : {}),
    ...(draft.comment.trim() ? { comment: draft.comment } : {}),
  }
  if (origin.kind === 'message') {
    return { ...shared, messageId: origin.id, completeMessage: draft.completeMessage }
  }
  return {
    ...shared,
    ...(channelId ? { channelId } : {}),
    subject: draft.subject,
    ...(draft.description.trim() ? { description: draft.description } : {}),
  }
}
