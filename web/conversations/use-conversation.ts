import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Message } from '#domain/conversations/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { readConversation } from './api.ts'

/** A conversation with as many of its messages as were asked for; also for prefetching it. */
export const conversationQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ pageParam, signal }) => readConversation(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.earlier,
  })

/** A conversation with its messages, oldest first. */
export function useConversation(id: string | undefined) {
  const query = useInfiniteQuery({ ...conversationQuery(id ?? ''), enabled: id !== undefined })
  const messages = useMemo<Message[]>(
    () => (query.data?.pages ?? []).toReversed().flatMap(page => page.messages),
    [query.data],
  )
  return { query, messages, conversation: query.data?.pages[0] }
}
