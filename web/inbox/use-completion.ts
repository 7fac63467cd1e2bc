import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { now } from '#web/platform/clock.ts'
import { keys } from '#web/platform/keys.ts'
import type { LiveList } from '#web/platform/live-list.ts'
import { tell, tellRefusal, tellWithUndo } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { completeMessage, uncompleteMessage } from './api.ts'

/**
 * Marks messages as complete and back (IN-06, IN-07). The row changes at once; when the server refuses, it
 * stands again where it was, with the reason. `keeps`: the list also shows completed messages.
 */
export function useCompletion(list: LiveList<InboxRow>, keeps: boolean) {
  const client = useQueryClient()
  const settle = (id: string) => {
    void client.invalidateQueries({ queryKey: keys.inboxCounts })
    void client.invalidateQueries({ queryKey: keys.message(id) })
  }
  const mark = (row: InboxRow, completedAt: string | null) =>
    list.update(items => items.map(item => (item.id === row.id ? { ...item, completedAt } : item)))
  const takeAway = (row: InboxRow) => list.update(items => items.filter(item => item.id !== row.id))
  const putBack = (row: InboxRow, neighbour: InboxRow | undefined) =>
    list.update(items => insertBefore(items, row, neighbour))
  const act = useMutation({
    mutationFn: ({ row, done }: { row: InboxRow; done: boolean }) =>
      done ? completeMessage(row.id) : uncompleteMessage(row.id),
    onError: tellRefusal,
    onSettled: (_, __, { row }) => settle(row.id),
  })
  const undo = (row: InboxRow, neighbour: InboxRow | undefined) => {
    if (keeps) mark(row, null)
    else putBack(row, neighbour)
    act.mutate({ row: { ...row, completedAt: null }, done: false })
  }
  return {
    complete: (row: InboxRow) => {
      const neighbour = list.rows[list.rows.findIndex(one => one.id === row.id) + 1]
      if (keeps) mark(row, now().toISOString())
      else takeAway(row)
      const rollback = () => (keeps ? mark(row, null) : putBack(row, neighbour))
      act.mutate({ row, done: true }, { onError: rollback })
      tellWithUndo(words.inbox.completed, () => undo(row, neighbour))
    },
    uncomplete: (row: InboxRow) => {
      mark(row, null)
      act.mutate({ row, done: false }, { onError: () => mark(row, row.completedAt) })
      tell(words.inbox.uncompleted)
    },
  }
}

function insertBefore(items: InboxRow[], row: InboxRow, neighbour: InboxRow | undefined): InboxRow[] {
  if (items.some(item => item.id === row.id)) return items
  const at = neighbour === undefined ? -1 : items.findIndex(item => item.id === neighbour.id)
  if (at >= 0) return items.toSpliced(at, 0, row)
  return neighbour === undefined ? [...items, row] : items
}
