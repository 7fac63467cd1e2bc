import { useMemo } from 'react'
import type { InboxRow } from '#domain/inbox/wire.ts'
import type { LiveEvent } from '#domain/kernel/live.ts'
import { keys } from '#web/platform/keys.ts'
import { type LiveList, useLiveList } from '#web/platform/live-list.ts'
import { listInbox } from './api.ts'
import type { InboxSearch } from './search.ts'

/** The inbox for these filters; new messages are counted, not pushed between the rows (IN-14). */
export function useInbox({ message: _, ...filter }: InboxSearch): LiveList<InboxRow> {
  const text = JSON.stringify(filter)
  const kind = useMemo(() => {
    const query = JSON.parse(text) as typeof filter
    return {
      queryKey: keys.inboxList(query),
      fetch: (after: string | null, signal?: AbortSignal) =>
        listInbox({ ...query, ...(after ? { after } : {}) }, signal),
      idOf,
      isNewer: () => false,
      concerns,
    }
  }, [text])
  return useLiveList(kind)
}

/** The id of a row. */
export const idOf = (row: InboxRow) => row.id

function concerns(event: LiveEvent) {
  return event.kind === 'conversation' || event.kind === 'case' ? {} : null
}
