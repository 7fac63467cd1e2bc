import { exact, useNow } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'
import { sinceWhen, when } from '#web/platform/when.ts'

type Props = {
  at: string
  /** `when`: "in 4 days", "8 hours ago"; `since`: "since 14:05"; `exact`: day and time to the minute. */
  as?: 'when' | 'since' | 'exact'
}

/** A moment as part of a sentence; hovering shows it exactly, in the viewer's zone. */
export function Moment({ at, as = 'when' }: Props) {
  const now = useNow()
  const zone = useTimeZone()
  const moment = new Date(at)
  const said = { when, since: sinceWhen, exact: (one: Date) => exact(one, zone) }[as](moment, now, zone)
  return (
    <time dateTime={at} title={exact(moment, zone)}>
      {said}
    </time>
  )
}
