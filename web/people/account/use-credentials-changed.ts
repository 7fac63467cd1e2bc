import { useQueryClient } from '@tanstack/react-query'
import { keys } from '#web/platform/keys.ts'

/** To call when password or second factor changed: other sessions and all API tokens have ended with it (A5). */
export function useCredentialsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const queryKey of [keys.me, keys.sessions, keys.ownSession, keys.tokens]) {
      void client.invalidateQueries({ queryKey })
    }
  }
}
