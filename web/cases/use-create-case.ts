import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '#domain/cases/wire.ts'
import { useDeskChannels } from '#web/platform/directory.ts'
import { keys } from '#web/platform/keys.ts'
import { useSameKey } from '#web/platform/same-key.ts'
import { createCase } from './api.ts'
import { type CreateDraft, type Origin, requestOf } from './create-form.ts'

/** A case just made: whole, or only its number for those who may create but not see cases (PR-15). */
export type Created = Case | { number: number }

/** Creates a case once, however often the button is pressed. */
export function useCreateCase(origin: Origin, onCreated: (created: Created) => void) {
  const client = useQueryClient()
  const keyFor = useSameKey()
  const desk = useDeskChannels()[0]
  return useMutation({
    mutationFn: (draft: CreateDraft) => {
      const request = requestOf(draft, origin, draft.channelId ?? desk?.id ?? null)
      return createCase(request, keyFor(request))
    },
    onSuccess: created => {
      if ('subject' in created) client.setQueryData(keys.oneCase(created.number), created)
      void client.invalidateQueries({ queryKey: keys.cases })
      void client.invalidateQueries({ queryKey: keys.inboxCounts })
      onCreated(created)
    },
  })
}
