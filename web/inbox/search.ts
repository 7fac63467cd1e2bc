import type { InboxQuery } from '#domain/inbox/wire.ts'

/** What the address of the inbox may say: the filters of GET /inbox/messages and the message being read. */
export type InboxSearch = Pick<InboxQuery, 'cases' | 'assignees' | 'channel' | 'completed'> & {
  message?: string
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads the address; the Cases filter is one of its modes or a choice of people, never both (IN-12). */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const assignees = word(raw.assignees)
  const cases = raw.cases === 'without' || raw.cases === 'with' ? raw.cases : undefined
  const read = {
    cases: assignees ? undefined : cases,
    assignees,
    channel: word(raw.channel),
    completed: raw.completed === 'yes' || raw.completed === 'any' ? raw.completed : undefined,
    message: word(raw.message),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as InboxSearch
}
