import { type Priority, priorities } from '#domain/cases/priority.ts'
import { buckets, type Status, statuses } from '#domain/cases/status.ts'
import type { CaseQuery } from '#domain/cases/wire.ts'

/** What the address of the case list may say: exactly the filters of GET /cases. */
export type CasesSearch = Pick<
  CaseQuery,
  | 'view'
  | 'bucket'
  | 'status'
  | 'assignee'
  | 'team'
  | 'channel'
  | 'type'
  | 'priority'
  | 'tag'
  | 'source'
  | 'q'
  | 'sort'
>

const views = [
  'all',
  'mine',
  'assignedByMe',
  'following',
  'unassigned',
  'createdByMe',
  'updatedByMe',
] as const
/** Sort keys of the list; with a minus in front newest first. */
export const sortKeys = ['activity', 'created', 'updated', 'inbound'] as const

function among<Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find(one => one === value)
}

const word = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** Reads the address; what makes no sense is left out, so that an old link still opens. */
export function readCasesSearch(raw: Record<string, unknown>): CasesSearch {
  const sorts = sortKeys.flatMap(key => [key, `-${key}` as const])
  const read = {
    view: among(raw.view, views),
    bucket: among(raw.bucket, [...buckets, 'active', 'any'] as const),
    status: among<Status>(raw.status, statuses),
    priority: among<Priority>(raw.priority, priorities),
    assignee: word(raw.assignee),
    team: word(raw.team),
    channel: word(raw.channel),
    type: word(raw.type),
    tag: word(raw.tag),
    q: word(raw.q),
    sort: among(raw.sort, sorts),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as CasesSearch
}

/** What the address of one case may say: which entries of its timeline are shown. */
export type CaseSearch = { show?: 'messages' | 'comments' | 'events' }

/** Reads the address of one case. */
export function readCaseSearch(raw: Record<string, unknown>): CaseSearch {
  const show = among(raw.show, ['messages', 'comments', 'events'] as const)
  return show ? { show } : {}
}
