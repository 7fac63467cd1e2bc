import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '#domain/cases/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { isProblem } from '#web/platform/problem.ts'
import { tellRefusal, tellWhyNot } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'

/** One change of a case: what the screen shows at once, and the request that makes it true. */
export type CaseAct = {
  guess: (before: Case) => Partial<Case>
  send: (version: number) => Promise<Case | undefined>
  done?: (after: Case | undefined) => void
}

/**
 * Changes a case with the result on the screen before the server has answered. A refusal takes it back with
 * its reason; when somebody else was faster, the fresh state is shown with a notice (DT-14). Changes of one
 * case go one after the other, each based on the version before it.
 */
export function useCaseChange(number: number) {
  const client = useQueryClient()
  const key = keys.oneCase(number)
  return useMutation({
    scope: { id: `case ${number}` },
    mutationFn: (act: CaseAct) => act.send(client.getQueryData<Case>(key)?.version ?? 0),
    onMutate: async act => {
      await client.cancelQueries({ queryKey: key, exact: true })
      const before = client.getQueryData<Case>(key)
      if (before) client.setQueryData(key, { ...before, ...act.guess(before) })
      return { before }
    },
    onSuccess: (after, act) => {
      if (after) present(client, after)
      act.done?.(after)
    },
    onError: (error, _, kept) => takeBack(client, number, error, kept?.before),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.oneCase(number) })
      void client.invalidateQueries({ queryKey: ['cases', 'counts'] })
      // Lists that are not on the screen are fetched anew when they are opened again.
      void client.invalidateQueries({ queryKey: ['cases', 'list'], refetchType: 'none' })
    },
  })
}

function present(client: QueryClient, fresh: Case) {
  client.setQueryData(keys.oneCase(fresh.number), fresh)
}

function takeBack(client: QueryClient, number: number, error: unknown, before: Case | undefined) {
  const fresh = isProblem(error, 'CONFLICT') ? (error.problem.data?.current as Case | undefined) : undefined
  if (fresh?.number === number) {
    present(client, fresh)
    tellWhyNot(words.casePage.conflict)
    return
  }
  if (before) client.setQueryData(keys.oneCase(number), before)
  tellRefusal(error)
}
