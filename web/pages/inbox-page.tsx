import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { conversationQuery } from '#web/conversations/use-conversation.ts'
import { useCompletion } from '#web/inbox/use-completion.ts'
import { idOf, useInbox } from '#web/inbox/use-inbox.ts'
import { usePageTitle } from '#web/platform/page-title.ts'
import { useRowCursor } from '#web/platform/row-cursor.ts'
import { words } from '#web/platform/words.ts'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { InboxListPane } from './inbox-list-pane.tsx'
import classes from './inbox-page.module.css'

const route = getRouteApi('/frame/inbox')
const loadReading = () => import('./inbox-reading.tsx')
const InboxReading = lazy(loadReading)

/** /inbox: messages of all channels at the left, the conversation of the one being read beside it. */
export default function InboxPage() {
  usePageTitle(words.inbox.title)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const list = useInbox(search)
  const completion = useCompletion(list, search.completed !== undefined)
  const prefetch = useCallback(
    (row: InboxRow) => {
      void loadReading()
      void client.prefetchInfiniteQuery(conversationQuery(row.conversation.id))
    },
    [client],
  )
  const show = (row: InboxRow | null) =>
    void navigate({
      search: ({ message: _, ...rest }) => (row ? { ...rest, message: row.id } : rest),
      replace: true,
    })
  const cursor = search.message ?? null
  const after = useRowCursor({ rows: list.rows, idOf, cursor, onMove: show })
  const complete = (row: InboxRow) => {
    const next = after(row.id)
    completion.complete(row)
    if (row.id === cursor && search.completed === undefined) show(next)
  }
  return (
    <div className={classes.page} data-reading={cursor !== null || undefined}>
      <InboxListPane list={list} search={search} onHover={prefetch} />
      {cursor === null ? (
        <div className={classes.nothing}>
          <EmptyState title={words.inbox.empty.none} hint={words.inbox.empty.noneHint} />
        </div>
      ) : (
        <Suspense fallback={<SkeletonRows rows={6} height={64} />}>
          <InboxReading
            key={cursor}
            messageId={cursor}
            row={list.rows.find(row => row.id === cursor)}
            onComplete={complete}
            onUncomplete={completion.uncomplete}
          />
        </Suspense>
      )}
    </div>
  )
}
