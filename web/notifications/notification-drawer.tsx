import { Button, Drawer, Group } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Notification } from '#domain/notifications/wire.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import classes from './notification-drawer.module.css'
import { useNotifications, useReadNotifications } from './use-notifications.ts'

const say = words.notifications

/** Everything this person was told about, newest first; opening one marks it as read. */
export default function NotificationDrawer({ onClose }: { onClose: () => void }) {
  const { query, items, unread } = useNotifications()
  const read = useReadNotifications()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={400}
      padding={0}
      title={say.title}
      overlayProps={{ backgroundOpacity: 0.12 }}
      closeButtonProps={{ 'aria-label': words.actions.close }}
      classNames={{ header: classes.header ?? '', title: classes.title ?? '' }}
    >
      {query.isPending && <SkeletonRows rows={8} height={64} />}
      {query.isError && <ErrorState error={query.error} retry={query.refetch} />}
      {query.data && items.length === 0 && (
        <EmptyState icon={<IconBell size={28} stroke={1.4} />} title={say.empty} hint={say.emptyHint} />
      )}
      {unread > 0 && (
        <Group justify="flex-end" px={14} py={6} className={classes.bar ?? ''}>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => read.mutate(undefined)}>
            {say.readAll}
          </Button>
        </Group>
      )}
      <ul className={classes.list} aria-label={say.title}>
        {items.map(item => (
          <li key={item.id}>
            <Row
              of={item}
              onOpen={() => {
                if (item.readAt === null) read.mutate([item.id])
                onClose()
              }}
            />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Group justify="center" p="sm">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.actions.loadMore}
          </Button>
        </Group>
      )}
    </Drawer>
  )
}

function Row({ of, onOpen }: { of: Notification; onOpen: () => void }) {
  const who = of.actorName ?? say.somebody
  const body = (
    <>
      <PersonAvatar name={who} size={26} />
      <span className={classes.main}>
        <span className={classes.what}>{say.kinds[of.kind](who)}</span>
        {of.case && (
          <span className={classes.case}>
            {words.cases.number(of.case.number)} {of.case.subject}
          </span>
        )}
        {of.excerpt && <span className={classes.excerpt}>{of.excerpt}</span>}
      </span>
      <span className={classes.side}>
        <TimeAgo at={of.createdAt} tip={false} />
        {of.readAt === null && <span className={classes.dot} role="img" aria-label={say.unread} />}
      </span>
    </>
  )
  if (!of.case)
    return (
      <div className={classes.row} data-unread={of.readAt === null || undefined}>
        {body}
      </div>
    )
  return (
    <Link
      to="/cases/$number"
      params={{ number: String(of.case.number) }}
      className={classes.row}
      data-unread={of.readAt === null || undefined}
      onClick={onOpen}
    >
      {body}
    </Link>
  )
}
