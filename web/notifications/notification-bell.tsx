import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import classes from './notification-bell.module.css'
import { useNotifications } from './use-notifications.ts'

const NotificationDrawer = lazy(() => import('./notification-drawer.tsx'))

/** The bell with the count of what is unread; opens the drawer. */
export function NotificationBell() {
  const { unread } = useNotifications()
  const [open, setOpen] = useState(false)
  const label = unread > 0 ? words.top.unread(unread) : words.top.notifications
  const { groups, commands } = words
  useCommands([
    {
      id: 'notifications',
      group: groups.go,
      title: commands.notifications,
      keys: 'g n',
      run: () => setOpen(true),
    },
  ])
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} className={classes.bell ?? ''} onClick={() => setOpen(true)}>
          <IconBell size={17} stroke={1.7} />
          {unread > 0 && <span className={classes.count}>{words.capped(unread, 99)}</span>}
        </ActionIcon>
      </Tooltip>
      <Suspense>{open && <NotificationDrawer onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
