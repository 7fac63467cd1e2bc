import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

type Kept = { id: string; version: number }

type Plan<Item extends Kept, Change> = {
  /** The list in which the record is kept. */
  list: QueryKey
  id: string
  /** The request, with the version of the record as it is when its turn comes. */
  send: (item: Item, change: Change) => Promise<Item>
  /** The record as it will look. */
  show: (item: Item, change: Change) => Item
}

/**
 * Changes one record of a kept list: seen at once, put back when the server refuses. Changes of the same
 * record go one after the other, so that nobody conflicts with themselves. After a conflict the list shows
 * what the server has.
 */
export function useRecordChange<Item extends Kept, Change>(plan: Plan<Item, Change>) {
  const client = useQueryClient()
  const find = () => client.getQueryData<Item[]>(plan.list)?.find(one => one.id === plan.id)
  const keep = (item: Item) =>
    client.setQueryData<Item[]>(plan.list, all => all?.map(one => (one.id === item.id ? item : one)))
  const { mutateAsync } = useMutation({
    scope: { id: [...plan.list, plan.id].join('/') },
    mutationFn: (change: Change) => {
      const item = find()
      if (!item) throw new Error('This record is not kept here.')
      return plan.send(item, change)
    },
    onMutate: async (change: Change) => {
      await client.cancelQueries({ queryKey: plan.list, exact: true })
      const before = find()
      if (before) keep(plan.show(before, change))
      return before
    },
    onSuccess: keep,
    onError: (error, _change, before) => {
      const current = currentOf<Item>(error, plan.id)
      if (current) keep(current)
      else if (before) keep(before)
      return client.invalidateQueries({ queryKey: plan.list, exact: true })
    },
  })
  return mutateAsync
}

/** The fresh state that a conflict brings along. */
function currentOf<Item extends Kept>(error: unknown, id: string): Item | null {
  if (!isProblem(error, 'CONFLICT')) return null
  const current = error.problem.data?.current
  if (typeof current !== 'object' || current === null) return null
  return (current as Partial<Kept>).id === id ? (current as Item) : null
}
