import { IconAlertTriangle, IconCheck, IconPaperclip, IconRobot } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import classes from './inbox-row-view.module.css'
import { senderName } from './sender-name.ts'

const say = words.inbox.row
const icon = { size: 14, stroke: 1.8 }

type Props = { row: InboxRow; current: boolean; onHover: (row: InboxRow) => void }

/** A message in the inbox: who, what about, the first words, and its case if it has one. */
export const InboxRowView = memo(function InboxRowView({ row, current, onHover }: Props) {
  return (
    <Link
      to="/inbox"
      search={before => ({ ...before, message: row.id })}
      className={classes.row}
      aria-current={current || undefined}
      data-completed={row.completedAt !== null || undefined}
      onMouseEnter={() => onHover(row)}
      draggable={false}
    >
      <span className={classes.top}>
        <span className={classes.from}>{senderName(row)}</span>
        <Signs row={row} />
        <TimeAgo at={row.postedAt} className={classes.time ?? ''} tip={false} />
      </span>
      <span className={classes.subject}>{row.subject || words.conversations.noSubject}</span>
      <span className={classes.bottom}>
        <span className={classes.preview}>{row.preview}</span>
        {row.case ? <CaseSign of={row.case} /> : <span className={classes.channel}>{row.channel.name}</span>}
      </span>
    </Link>
  )
})

function Signs({ row }: { row: InboxRow }) {
  return (
    <>
      {row.doubt && <IconAlertTriangle {...icon} className={classes.doubt} aria-label={say.doubtful} />}
      {row.automatic !== null && <IconRobot {...icon} className={classes.sign} aria-label={say.automatic} />}
      {row.hasFiles && <IconPaperclip {...icon} className={classes.sign} aria-label={say.files} />}
      {row.completedAt !== null && (
        <IconCheck {...icon} className={classes.sign} aria-label={say.completed} />
      )}
    </>
  )
}

function CaseSign({ of }: { of: NonNullable<InboxRow['case']> }) {
  return (
    <span className={classes.case}>
      <StatusMark status={of.status} />
      {words.cases.number(of.number)}
      <span title={of.assignee?.name ?? words.people.unassigned} className={classes.who}>
        <PersonAvatar name={of.assignee?.name ?? null} size={16} />
      </span>
    </span>
  )
}
