import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { statusOf } from './problem.ts'
import { useSameKey } from './same-key.ts'

type Outcome<Answer> = { onSuccess: (answer: Answer) => void; onError?: (error: unknown) => void }

/**
 * Sends a form that makes something. Sent again after a lost answer it keeps its key, so that nothing is
 * made twice; after a refusal it gets another one, because the server repeats its answer to a known key.
 */
export function useFormPost<Values, Answer>(
  send: (values: Values, key: string) => Promise<Answer>,
  { onSuccess, onError }: Outcome<Answer>,
) {
  const keyOf = useSameKey()
  const refusals = useRef(0)
  return useMutation({
    mutationFn: (values: Values) => send(values, keyOf([refusals.current, values])),
    onSuccess,
    onError: error => {
      if (statusOf(error) >= 400 && statusOf(error) < 500) refusals.current += 1
      onError?.(error)
    },
  })
}
