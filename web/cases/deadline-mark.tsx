import { IconClockHour4 } from '@tabler/icons-react'
import { isActive } from '#domain/cases/status.ts'
import type { CaseRow } from '#domain/cases/wire.ts'
import { shortAge, useNow } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import classes from './deadline-mark.module.css'

/** When an active case is due; red once it is late. */
export function DeadlineMark({ row }: { row: Pick<CaseRow, 'deadlineAt' | 'status'> }) {
  const now = useNow()
  const zone = useTimeZone()
  if (row.deadlineAt === null || !isActive(row.status)) return null
  const moment = new Date(row.deadlineAt)
  const late = moment < now
  return (
    <span className={classes.mark} data-late={late || undefined}>
      <IconClockHour4 size={13} stroke={1.9} aria-hidden />
      {late ? words.caseList.late : words.caseList.due} {shortAge(moment, now, zone)}
    </span>
  )
}
