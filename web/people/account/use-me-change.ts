import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me } from '#domain/people/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { changeMe, type MeChange } from './account-api.ts'

/** Changes one's own name or zone, seen at once and put back when refused. */
export function useMeChange() {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    scope: { id: 'me' },
    mutationFn: changeMe,
    onMutate: async ({ name, timeZone }: MeChange) => {
      await client.cancelQueries({ queryKey: keys.me })
      const before = client.getQueryData<Me>(keys.me)
      if (before) {
        const after = { ...before, name: name ?? before.name, timeZone: timeZone ?? before.timeZone }
        client.setQueryData<Me>(keys.me, after)
      }
      return before
    },
    onError: (_error, _change, before) => client.setQueryData(keys.me, before),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.me })
      void client.invalidateQueries({ queryKey: keys.users })
    },
  })
  return mutateAsync
}
