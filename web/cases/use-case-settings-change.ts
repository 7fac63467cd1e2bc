import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseSettings } from '#domain/cases/settings.ts'
import { keys } from '#web/platform/keys.ts'
import { type KeptCaseSettings, saveCaseSettings } from './case-settings-api.ts'

/**
 * Changes some of the case settings, seen at once and put back when refused. All of them are sent, as they
 * are when the turn comes; after a conflict they are fetched anew, so that the others' change is seen.
 */
export function useCaseSettingsChange() {
  const client = useQueryClient()
  const queryKey = keys.caseSettings
  const { mutateAsync } = useMutation({
    scope: { id: queryKey.join('/') },
    mutationFn: (change: Partial<CaseSettings>) =>
      saveCaseSettings({ ...client.getQueryData<KeptCaseSettings>(queryKey)!, ...change }),
    onMutate: async change => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<KeptCaseSettings>(queryKey)
      if (before) client.setQueryData<KeptCaseSettings>(queryKey, { ...before, ...change })
      return before
    },
    onSuccess: saved => client.setQueryData<KeptCaseSettings>(queryKey, saved),
    onError: (_error, _change, before) => {
      client.setQueryData(queryKey, before)
      return client.invalidateQueries({ queryKey })
    },
  })
  return mutateAsync
}
