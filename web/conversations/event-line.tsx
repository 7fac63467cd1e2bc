import {
  IconClockPause,
  IconMessage2,
  IconPointFilled,
  IconTag,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sentenceOf } from '#domain/cases/sentences.ts'
import { type Status, statuses } from '#domain/cases/status.ts'
import type { TimelineEvent } from '#domain/conversations/wire.ts'
import { exact } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import classes from './event-line.module.css'

const icon = { size: 14, stroke: 1.7, 'aria-hidden': true } as const

function signOf(event: TimelineEvent): ReactNode {
  const to = statuses.find((status: Status) => status === event.data.to)
  if (to && (event.kind === 'case.status_changed' || event.kind === 'case.reopened'))
    return <StatusMark status={to} />
  switch (event.kind) {
    case 'case.assigned':
    case 'case.unassigned':
    case 'case.claimed':
      return <IconUser {...icon} />
    case 'case.team_changed':
    case 'case.follower_added':
    case 'case.follower_removed':
      return <IconUsers {...icon} />
    case 'case.tags_changed':
      return <IconTag {...icon} />
    case 'case.finalized':
      return <IconClockPause {...icon} />
    case 'case.created':
      return <IconMessage2 {...icon} />
    default:
      return <IconPointFilled {...icon} />
  }
}

/**
 * The event as its sentence is made: moments in the viewer's zone; what follows from a customer's mail is told
 * with that as its cause, as nobody here did it.
 */
function asTold(event: TimelineEvent, zone: string): TimelineEvent {
  const { kind, actor, data } = event
  if (kind === 'case.field_changed' && data.field === 'deadline') {
    const moment = (value: unknown) => (typeof value === 'string' ? exact(new Date(value), zone) : value)
    return { ...event, data: { ...data, from: moment(data.from), to: moment(data.to) } }
  }
  const byMail = kind === 'case.status_changed' && actor.kind === 'customer'
  return byMail ? { ...event, actor: { ...actor, name: words.product } } : event
}

/** Is this an event that the timeline tells in a sentence of its own? */
export function isTold(event: TimelineEvent): boolean {
  return sentenceOf(event) !== null
}

/** An event of the case as one line; the rule behind it shows on hover (BY-01). */
export function EventLine({ event }: { event: TimelineEvent }) {
  const zone = useTimeZone()
  const { cause } = event
  const why = cause ? words.conversations.because(cause.rule, cause.settingsVersion) : undefined
  return (
    <div className={classes.line}>
      <span className={classes.sign}>{signOf(event)}</span>
      <span className={classes.text} title={why}>
        {sentenceOf(asTold(event, zone))}
      </span>
      <TimeAgo at={event.at} className={classes.time ?? ''} />
    </div>
  )
}
