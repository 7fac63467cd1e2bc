import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { CaseRow } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { PriorityMark } from '#web/ui/priority-mark.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { TagMark } from '#web/ui/tag-mark.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import classes from './case-row-view.module.css'
import { DeadlineMark } from './deadline-mark.tsx'

type Props = { row: CaseRow; current: boolean; onPoint: (row: CaseRow) => void }

/** A case as one dense row; two lines on a phone. */
export const CaseRowView = memo(function CaseRowView({ row, current, onPoint }: Props) {
  return (
    <Link
      to="/cases/$number"
      params={{ number: String(row.number) }}
      className={classes.row}
      aria-current={current || undefined}
      onMouseEnter={() => onPoint(row)}
      draggable={false}
    >
      <PriorityMark priority={row.priority} />
      <span className={classes.number}>{row.number}</span>
      <StatusMark status={row.status} />
      <span className={classes.subject}>{row.subject || words.conversations.noSubject}</span>
      <span className={classes.extras}>
        <DeadlineMark row={row} />
        {row.tags.slice(0, 3).map(tag => (
          <TagMark key={tag} tag={tag} />
        ))}
        {row.tags.length > 3 && <span className={classes.dim}>+{row.tags.length - 3}</span>}
      </span>
      <span className={classes.customer}>{row.customer?.name}</span>
      <span className={classes.team}>{row.team?.name}</span>
      <span className={classes.who} title={row.assignee?.name ?? words.people.unassigned}>
        <PersonAvatar name={row.assignee?.name ?? null} size={20} />
        <span className="visually-hidden">{row.assignee?.name ?? words.people.unassigned}</span>
      </span>
      <TimeAgo at={row.lastActivityAt} className={classes.time ?? ''} tip={false} />
    </Link>
  )
})
