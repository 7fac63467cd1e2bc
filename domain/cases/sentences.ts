import type { Status } from './status.ts'

/** A word for each status as people read it (statusLabels may replace them later, SE-06). */
export const statusWords: Record<Status, string> = {
  new: 'New',
  open: 'Open',
  waiting: 'Waiting',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
  spam: 'Spam',
  canceled: 'Canceled',
}

type Said = { kind: string; actor: { name: string }; data: Record<string, unknown> }

const reasons: Record<string, string> = {
  WITHIN_GRACE: 'because the customer wrote within the grace period',
  WITHIN_REOPEN_WINDOW: 'because the customer wrote soon after it was closed',
  GRACE_OVER: 'because its grace period ended',
  CUSTOMER_WROTE: 'because the customer wrote',
}

/**
 * An event of a case as one sentence without its time, for timeline, mail and export; null for events
 * that the timeline shows by themselves (messages and comments).
 */
export function sentenceOf(event: Said): string | null {
  const who = event.actor.name
  const data = event.data
  switch (event.kind) {
    case 'case.created':
      return `${who} opened this case`
    case 'case.claimed':
      return `${who} claimed this case`
    case 'case.assigned':
      return data.toId === data.byId
        ? `${who} took this case`
        : `${who} assigned this case to ${name(data.to)}`
    case 'case.unassigned':
      return `${who} returned this case to the queue; it was ${name(data.from)}’s`
    case 'case.team_changed':
      return data.to
        ? `${who} gave this case to team ${name(data.to)}`
        : `${who} took this case from team ${name(data.from)}`
    case 'case.status_changed':
      return statusSentence(who, data)
    case 'case.reopened':
      return `${who === 'Docket' ? 'Reopened' : `${who} reopened this case`} ${because(data)}`.trim()
    case 'case.finalized':
      return 'Closed for good because its grace period ended'
    case 'case.field_changed':
      return fieldSentence(who, data)
    case 'case.tags_changed':
      return `${who} changed the tags to ${listed(data.to)}`
    case 'case.follower_added':
      return `${who} added ${name(data.user)} as follower`
    case 'case.follower_removed':
      return `${who} removed ${name(data.user)} as follower`
    case 'case.deleted':
      return `${who} deleted this case`
    case 'message.delivery_changed':
      return `A reply could not be sent: ${name(data.reason)}`
    default:
      return null
  }
}

/** The flip between new and open that an assignment brings is told by the assignment itself (T3, T4). */
function statusSentence(who: string, data: Record<string, unknown>): string | null {
  if (data.why === 'ASSIGNED' || data.why === 'UNASSIGNED') return null
  const from = statusWords[data.from as Status]
  const to = statusWords[data.to as Status]
  const note = typeof data.reason === 'string' && data.reason ? `: ${data.reason}` : ''
  if (who === 'Docket') return `Status went from ${from} to ${to} ${because(data)}`.trim() + note
  return `${who} changed the status from ${from} to ${to}${note}`
}

function fieldSentence(who: string, data: Record<string, unknown>): string {
  const field = String(data.field)
  if (field === 'description') return `${who} edited the description`
  const to = data.to
  return to === null || to === ''
    ? `${who} cleared the ${field}`
    : `${who} changed the ${field} from ${name(data.from)} to ${name(to)}`
}

function because(data: Record<string, unknown>): string {
  return reasons[String(data.why)] ?? ''
}

function name(value: unknown): string {
  return value === null || value === undefined || value === '' ? 'nothing' : String(value)
}

function listed(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : 'none'
}
