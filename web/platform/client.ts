import { QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { statusOf } from './problem.ts'

/** The store of answers. `onSignedOut` is called when the session of somebody who was signed in has ended. */
export function makeClient(onSignedOut: () => void): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        if (statusOf(error) === 401 && client.getQueryData(keys.me)) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        // Live events say what is old, so that coming back to the window asks for nothing.
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && worthRetrying(statusOf(error)),
        retryDelay: attempt => 400 * 2 ** attempt,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}

function worthRetrying(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504
}
