import type { z } from 'zod'
import type { Conversation, Message, replyShape, Timeline } from '#domain/conversations/wire.ts'
import { get, post } from '#web/platform/api.ts'

/** What a reply says. */
export type Reply = z.input<typeof replyShape>

/** GET /messages/{id}. */
export const readMessage = (id: string, signal?: AbortSignal) => get<Message>(`/messages/${id}`, {}, signal)

/** GET /conversations/{id}: the newest messages, or those before a cursor. */
export const readConversation = (id: string, before: string | null, signal?: AbortSignal) =>
  get<Conversation>(`/conversations/${id}`, { before }, signal)

/** GET /cases/{number}/timeline: the newest entries, or those before a cursor. */
export const readTimeline = (number: number, before: string | null, signal?: AbortSignal) =>
  get<Timeline>(`/cases/${number}/timeline`, { before }, signal)

/** POST /messages/{id}/replies: an answer from the inbox; never changes a case. */
export const replyToMessage = (id: string, reply: Reply, key: string) =>
  post<Message>(`/messages/${id}/replies`, reply, key)

/** POST /cases/{number}/replies; a status given with it is set in the same act (ST-02, ST-03). */
export const replyInCase = (number: number, reply: Reply, key: string) =>
  post<Message>(`/cases/${number}/replies`, reply, key)

/** POST /messages/{id}/delivery: tries a failed or uncertain one again. */
export const sendAgain = (id: string) => post<Message>(`/messages/${id}/delivery`)

/** Where the formatted version of a message is shown from, in a sandbox; `images` lets remote ones load. */
export const frameAddress = (id: string, images: boolean) =>
  `/api/v1/messages/${id}/frame${images ? '?images=1' : ''}`

/** Where the message is downloaded as it came. */
export const rawAddress = (id: string) => `/api/v1/messages/${id}/raw`
