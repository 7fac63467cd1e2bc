import { Button, Group, Text, Title } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listQuarantine } from '#web/inbox/api.ts'
import { QuarantineList } from '#web/inbox/quarantine-list.tsx'
import { keys } from '#web/platform/keys.ts'
import { usePageTitle } from '#web/platform/page-title.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import pane from '#web/ui/list-pane.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { NoAccess } from './no-access.tsx'
import classes from './quarantine-page.module.css'

const say = words.inbox.quarantine

/** /quarantine: mail that could not be understood, kept whole. */
export default function QuarantinePage() {
  return useMay().hold('quarantine.manage') ? <Quarantine /> : <NoAccess />
}

function Quarantine() {
  usePageTitle(say.title)
  const query = useInfiniteQuery({
    queryKey: keys.quarantine,
    queryFn: ({ pageParam, signal }) => listQuarantine(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  const rows = query.data?.pages.flatMap(page => page.items) ?? []
  return (
    <section className={pane.pane} aria-label={say.title}>
      <div className={pane.head}>
        <Title order={1} className={pane.title ?? ''}>
          {say.title}
        </Title>
        <Text size="xs" c="dimmed">
          {say.hint}
        </Text>
      </div>
      <div className={classes.body}>
        {query.isPending && <SkeletonRows rows={6} height={76} />}
        {query.isError && !query.data && <ErrorState error={query.error} retry={query.refetch} />}
        {query.data && rows.length === 0 && (
          <EmptyState
            icon={<IconShieldCheck size={28} stroke={1.4} />}
            title={say.empty}
            hint={say.emptyHint}
          />
        )}
        <QuarantineList rows={rows} />
        {query.hasNextPage && (
          <Group justify="center" p="md">
            <Button
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {words.actions.loadMore}
            </Button>
          </Group>
        )}
      </div>
    </section>
  )
}
