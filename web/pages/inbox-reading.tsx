import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Message } from '#domain/conversations/wire.ts'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { readMessage } from '#web/conversations/api.ts'
import { senderOf } from '#web/conversations/message-view.tsx'
import { Thread } from '#web/conversations/thread.tsx'
import { useConversation } from '#web/conversations/use-conversation.ts'
import { keys } from '#web/platform/keys.ts'
import { statusOf } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import classes from './inbox-reading.module.css'
import { ReadingHead } from './inbox-reading-head.tsx'
import { InboxReply } from './inbox-reply.tsx'
import { NoAccess } from './no-access.tsx'

const CreateFromMessage = lazy(() => import('./create-from-message.tsx'))

type Props = {
  messageId: string
  /** The row of the list, when the message is in it. */
  row: InboxRow | undefined
  onComplete: (row: InboxRow) => void
  onUncomplete: (row: InboxRow) => void
}

/** The conversation of the message being read, what can be done with it, and the reply. */
export default function InboxReading({ messageId, row, onComplete, onUncomplete }: Props) {
  const [creating, setCreating] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const alone = useQuery({
    queryKey: keys.message(messageId),
    queryFn: ({ signal }) => readMessage(messageId, signal),
    enabled: row === undefined,
  })
  const { query, messages, conversation } = useConversation(
    row?.conversation.id ?? alone.data?.conversation.id,
  )
  const failure = alone.error ?? (query.data ? null : query.error)
  const message = messages.find(one => one.id === messageId) ?? alone.data
  if (failure)
    return statusOf(failure) === 404 ? <NoAccess /> : <ErrorState error={failure} retry={query.refetch} />
  const present = row ?? (message && rowOf(message))
  if (!present) return <SkeletonRows rows={6} height={64} />
  return (
    <section className={classes.reading} aria-label={words.conversations.thread}>
      <ReadingHead
        row={present}
        onComplete={() => onComplete(present)}
        onUncomplete={() => onUncomplete(present)}
        onCreate={() => setCreating(true)}
      />
      <div ref={box} className={classes.thread}>
        {!conversation && <SkeletonRows rows={4} height={72} />}
        <Thread
          messages={messages}
          selected={messageId}
          hasEarlier={query.hasNextPage}
          loadingEarlier={query.isFetchingNextPage}
          onEarlier={() => void query.fetchNextPage()}
          onChange={() => void query.refetch()}
        />
      </div>
      <InboxReply
        row={present}
        newest={messages.at(-1)?.id ?? null}
        onSent={() => void query.refetch()}
        showNewest={() =>
          void query.refetch().then(() => box.current?.scrollTo({ top: box.current.scrollHeight }))
        }
      />
      <Suspense>
        {creating && <CreateFromMessage row={present} onClose={() => setCreating(false)} />}
      </Suspense>
    </section>
  )
}

/** A row for a message that was opened by its address and is not in the list. */
function rowOf(message: Message): InboxRow {
  const { id, subject, from, customer, channel, conversation, automatic, doubt, completedAt, postedAt } =
    message
  return {
    ...{ id, subject, from, customer, channel, conversation, automatic, doubt, completedAt, postedAt },
    preview: senderOf(message),
    case: message.case ? { ...message.case, assignee: null } : null,
    hasFiles: message.files.length > 0,
    receivedAt: message.receivedAt,
  }
}
