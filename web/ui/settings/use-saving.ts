import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem, ProblemError } from '#web/platform/problem.ts'

/** Where the saving of one setting stands, and how to try the same once more. */
export type Saving = {
  status: 'idle' | 'pending' | 'success' | 'error'
  error: unknown
  again: () => void
}

/**
 * Saves one setting. `settled` is told when what is typed is no longer needed: saved, or overtaken. `hoped`
 * is what was chosen while it is being saved: kept lists tell of a change a moment later than it is made, and
 * a switch must not spring back in between.
 */
export function useSaving<Value>(save: (value: Value) => Promise<unknown>, settled?: () => void) {
  const [hope, setHope] = useState<{ value: Value } | null>(null)
  const { mutate, status, error, variables, reset } = useMutation({
    mutationFn: save,
    onSuccess: () => settled?.(),
    // After a conflict the present value must be seen first, so what was typed gives way.
    onError: error => isProblem(error, 'CONFLICT') && settled?.(),
  })
  const run = (value: Value) => {
    setHope({ value })
    mutate(value, { onSettled: () => setHope(null) })
  }
  const again = () => variables !== undefined && run(variables)
  const saving: Saving = { status, error, again }
  const hoped = (kept: Value) => (hope ? hope.value : kept)
  return { saving, run, tried: variables, reset, hoped }
}

/**
 * The refusal when somebody else changed what is being changed here, seen before the server had to say so:
 * live events bring their change in while one still types.
 */
export function overtaken(): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'Changed meanwhile', status: 409, code: 'CONFLICT' })
}

/** What was typed: a value that can be saved, or why it cannot. */
export type Read<Value> = { value: Value; reason?: never } | { reason: string; value?: never }

type Field<Typed, Value extends Typed> = {
  value: Value
  save: (value: Value) => Promise<unknown>
  read: (typed: Typed) => Read<Value>
}

/**
 * A field that is saved when it is left: what is typed stays until it is saved or taken back, also when
 * saving fails. The same text that was just refused is not sent again by only leaving the field.
 */
export function useDraft<Typed, Value extends Typed>({ value, save, read }: Field<Typed, Value>) {
  const [draft, setDraft] = useState<{ typed: Typed; over: Value } | null>(null)
  const guarded = (wanted: Value) =>
    draft && draft.over !== value ? Promise.reject(overtaken()) : save(wanted)
  const { saving, run, tried, reset } = useSaving(guarded, () => setDraft(null))
  const found = draft ? read(draft.typed) : null
  const drop = () => {
    setDraft(null)
    reset()
  }
  const commit = () => {
    if (found?.value === undefined || saving.status === 'pending') return
    if (found.value === value) drop()
    else if (saving.status !== 'error' || found.value !== tried) run(found.value)
  }
  return {
    saving,
    shown: draft ? draft.typed : value,
    wrong: found?.reason ?? null,
    type: (typed: Typed) => setDraft({ typed, over: draft ? draft.over : value }),
    keys: (event: { key: string }) => {
      if (event.key === 'Enter') commit()
      if (event.key === 'Escape') drop()
    },
    commit,
  }
}
