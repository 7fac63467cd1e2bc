import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { keys } from '#web/platform/keys.ts'
import { words } from '#web/platform/words.ts'
import { listNotifications } from './api.ts'
import classes from './notification-bell.module.css'

/** The bell with the count of what is unread. */
export function NotificationBell() {
  const { data } = useQuery({
    queryKey: [...keys.notifications, 'unread'],
    queryFn: ({ signal }) => listNotifications(null, signal),
  })
  const unread = data?.unread ?? 0
  const label = unread > 0 ? words.top.unread(unread) : words.top.notifications
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} className={classes.bell}>
        <IconBell size={17} stroke={1.7} />
        {unread > 0 && <span className={classes.count}>{words.capped(unread, 99)}</span>}
      </ActionIcon>
    </Tooltip>
  )
}
