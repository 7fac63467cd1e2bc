import { Tooltip } from '@mantine/core'
import { exact, shortAge, useNow } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'

/** A moment relative to now; hovering or focusing shows it exactly, in the viewer's zone. */
export function TimeAgo({ at, className, tip = true }: { at: string; className?: string; tip?: boolean }) {
  const now = useNow()
  const zone = useTimeZone()
  const moment = new Date(at)
  const label = exact(moment, zone)
  const time = (
    <time dateTime={at} {...(className ? { className } : {})} {...(tip ? {} : { title: label })}>
      {shortAge(moment, now, zone)}
    </time>
  )
  return tip ? <Tooltip label={label}>{time}</Tooltip> : time
}
