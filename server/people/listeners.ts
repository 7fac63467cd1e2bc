import type { EventListener } from '#server/platform/db/tx.ts'

/** Events after which somebody may be allowed something else than before. */
const changesAccess = /^(user|team|group|channel|token|workspace|invitation)\./u

/** Lets this process forget what people were allowed, at the moment a change of people or channels is committed (A5, Z6). */
export function forgetWhenPeopleChange(forget: (workspaceId: string) => void): EventListener {
  return async (tx, event) => {
    if (changesAccess.test(event.kind)) tx.afterCommit(() => forget(tx.workspaceId))
  }
}
