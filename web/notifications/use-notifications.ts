import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { now } from '#web/platform/clock.ts'
import { keys } from '#web/platform/keys.ts'
import { tellRefusal } from '#web/platform/toasts.tsx'
import { listNotifications, type NotificationPage, readNotifications } from './api.ts'

const key = [...keys.notifications, 'list']

/** The notifications, newest first, with the count of the unread ones. */
export function useNotifications() {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => listNotifications(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  return {
    query,
    items: query.data?.pages.flatMap(page => page.items) ?? [],
    unread: query.data?.pages[0]?.unread ?? 0,
  }
}

/** Marks these, or all, as read; shown at once. */
export function useReadNotifications() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids?: string[]) => readNotifications(ids),
    onMutate: ids => {
      const at = now().toISOString()
      client.setQueryData<InfiniteData<NotificationPage>>(key, data => data && markRead(data, ids, at))
    },
    onError: tellRefusal,
    onSettled: () => void client.invalidateQueries({ queryKey: keys.notifications }),
  })
}

function markRead(data: InfiniteData<NotificationPage>, ids: string[] | undefined, at: string) {
  const fits = (id: string) => ids === undefined || ids.includes(id)
  const pages = data.pages.map(page => {
    const fresh = page.items.filter(item => item.readAt === null && fits(item.id)).length
    return {
      ...page,
      unread: ids === undefined ? 0 : page.unread - fresh,
      items: page.items.map(item => (fits(item.id) && item.readAt === null ? { ...item, readAt: at } : item)),
    }
  })
  return { ...data, pages }
}
