import { Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QuarantineRow } from '#domain/inbox/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { sizeOf } from '#web/platform/sizes.ts'
import { tell, tellRefusal } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { quarantinedRaw, retryQuarantined } from './api.ts'
import classes from './quarantine-list.module.css'

const say = words.inbox.quarantine

/** Mail that could not be understood, with why, its original, and another try (SURVIVE B2, D5). */
export function QuarantineList({ rows }: { rows: readonly QuarantineRow[] }) {
  return (
    <ul className={classes.list} aria-label={say.list}>
      {rows.map(row => (
        <li key={row.id} className={classes.row}>
          <div className={classes.main}>
            <div className={classes.top}>
              <span className={classes.subject}>{row.subject || say.noSubject}</span>
              <TimeAgo at={row.receivedAt} className={classes.time ?? ''} />
            </div>
            <div className={classes.dim}>
              {row.from || say.noFrom} · {row.channel.name} · {sizeOf(row.size)} ·{' '}
              {say.attempts(row.attempts)}
            </div>
            <div className={classes.why}>
              {say.reasons[row.reason] ?? say.unreadable}{' '}
              {row.detail && <span className={classes.dim}>{row.detail}</span>}
            </div>
          </div>
          <Actions row={row} />
        </li>
      ))}
    </ul>
  )
}

function Actions({ row }: { row: QuarantineRow }) {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: () => retryQuarantined(row.id),
    onSuccess: () => tell(say.retried),
    onError: tellRefusal,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.quarantine })
      void client.invalidateQueries({ queryKey: keys.inboxCounts })
    },
  })
  return (
    <div className={classes.actions}>
      <Button
        component="a"
        variant="default"
        href={quarantinedRaw(row.id)}
        download={`${row.id}.eml`}
        leftSection={<IconDownload size={15} stroke={1.7} />}
      >
        {say.raw}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={15} stroke={1.7} />}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        {say.retry}
      </Button>
    </div>
  )
}
