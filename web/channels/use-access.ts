import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccessEntry } from '#domain/channels/wire.ts'
import type { AccessLevel } from '#domain/people/access-level.ts'
import { keys } from '#web/platform/keys.ts'
import { type Subject, withLevel } from './access.ts'
import { changeAccess, fetchAccess } from './channels-api.ts'

type Step = { subject: Subject; level: AccessLevel | null }

/**
 * Changes one entry of a channel's access list, seen at once. The list is sent whole, so it is fetched
 * anew first: what others changed meanwhile stays.
 */
export function useAccessChange(channelId: string) {
  const client = useQueryClient()
  const queryKey = keys.channelAccess(channelId)
  const apply = (entries: AccessEntry[], { subject, level }: Step) => withLevel(entries, subject, level)
  const { mutateAsync } = useMutation({
    scope: { id: queryKey.join('/') },
    mutationFn: async (step: Step) => {
      const present = await fetchAccess(channelId)
      await changeAccess(channelId, apply(present, step))
    },
    onMutate: async step => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<AccessEntry[]>(queryKey)
      if (before) client.setQueryData(queryKey, apply(before, step))
      return before
    },
    onError: (_error, _step, before) => client.setQueryData(queryKey, before),
    onSettled: () => {
      void client.invalidateQueries({ queryKey })
      void client.invalidateQueries({ queryKey: keys.me })
    },
  })
  return mutateAsync
}
