import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '#domain/cases/wire.ts'
import type { Reference } from '#domain/kernel/shapes.ts'
import { keys } from '#web/platform/keys.ts'
import { tellRefusal } from '#web/platform/toasts.tsx'
import { addCollaborator, removeCollaborator } from './api.ts'

/** Adds and removes people who follow a case without owning it (AS-14); shown at once. */
export function useCollaborators(number: number) {
  const client = useQueryClient()
  const key = keys.oneCase(number)
  const act = useMutation({
    mutationFn: ({ person, on }: { person: Reference; on: boolean }): Promise<unknown> =>
      on ? addCollaborator(number, person.id) : removeCollaborator(number, person.id),
    onMutate: ({ person, on }) => {
      const before = client.getQueryData<Case>(key)
      if (!before) return
      const others = before.collaborators.filter(one => one.id !== person.id)
      client.setQueryData(key, { ...before, collaborators: on ? [...others, person] : others })
    },
    onError: tellRefusal,
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  })
  return {
    add: (person: Reference) => act.mutate({ person, on: true }),
    remove: (person: Reference) => act.mutate({ person, on: false }),
  }
}
