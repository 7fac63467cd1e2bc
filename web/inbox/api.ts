import type { InboxCounts, InboxQuery, InboxRow, QuarantineRow } from '#domain/inbox/wire.ts'
import { get, post, put, remove } from '#web/platform/api.ts'
import type { Page } from '#web/platform/live-list-kind.ts'

/** The filters of the inbox, with the length of a page as a number. */
export type InboxFilter = Omit<InboxQuery, 'limit'> & { limit?: number }

/** GET /inbox/messages. */
export const listInbox = (query: InboxFilter, signal?: AbortSignal) =>
  get<Page<InboxRow>>('/inbox/messages', query, signal)

/** GET /inbox/counts. */
export const countInbox = (signal?: AbortSignal) => get<InboxCounts>('/inbox/counts', {}, signal)

/** PUT /messages/{id}/completion. */
export const completeMessage = (id: string) => put(`/messages/${id}/completion`)

/** DELETE /messages/{id}/completion: takes the completion back. */
export const uncompleteMessage = (id: string) => remove(`/messages/${id}/completion`)

/** GET /quarantine. */
export const listQuarantine = (after: string | null, signal?: AbortSignal) =>
  get<Page<QuarantineRow>>('/quarantine', { after }, signal)

/** POST /quarantine/{id}/retry. */
export const retryQuarantined = (id: string) => post(`/quarantine/${id}/retry`)

/** Where a quarantined mail is downloaded as it came. */
export const quarantinedRaw = (id: string) => `/api/v1/quarantine/${id}/raw`
