import { useEffect, useState } from 'react'

/**
 * The secret of a one-time link (`/setup#code=…`). It stands behind the # so that no server log ever
 * sees it, and leaves the address line as soon as it is read.
 */
export function useLinkSecret(name: 'code' | 'token'): string | null {
  const [secret] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get(name))
  useEffect(() => {
    if (secret) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [secret])
  return secret
}
