import type { InboxCounts } from '#domain/inbox/wire.ts'
import { get } from '#web/platform/api.ts'

/** GET /inbox/counts. */
export const countInbox = (signal?: AbortSignal) => get<InboxCounts>('/inbox/counts', {}, signal)
