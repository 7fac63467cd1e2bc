/** The eight statuses (SPEC §3.1). The first four are active, the others are the closed group. */
export const statuses = [
  'new',
  'open',
  'waiting',
  'on_hold',
  'resolved',
  'closed',
  'spam',
  'canceled',
] as const
export type Status = (typeof statuses)[number]

export const activeStatuses = ['new', 'open', 'waiting', 'on_hold'] as const satisfies readonly Status[]
export type ActiveStatus = (typeof activeStatuses)[number]

/** Why a case left the active group. */
export const closeReasons = [
  'done',
  'manual',
  'inactivity',
  'spam',
  'canceled',
  'duplicate',
  'merged',
] as const
export type CloseReason = (typeof closeReasons)[number]

/** Coarse buckets of list tabs, counters and filters (SM-01). */
export const buckets = ['open', 'on_hold', 'closed'] as const
export type Bucket = (typeof buckets)[number]

/** Is a case in this status still being worked? */
export function isActive(status: Status): status is ActiveStatus {
  return (activeStatuses as readonly Status[]).includes(status)
}

/** The bucket of a status (SM-01, CL-07). */
export function bucketOf(status: Status): Bucket {
  if (status === 'new' || status === 'open') return 'open'
  if (status === 'waiting' || status === 'on_hold') return 'on_hold'
  return 'closed'
}

/** The statuses of a bucket. */
export function statusesOf(bucket: Bucket): Status[] {
  return statuses.filter(status => bucketOf(status) === bucket)
}
