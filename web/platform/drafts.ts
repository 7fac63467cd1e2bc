import { useCallback, useState } from 'react'

const prefix = 'docket.draft.'

function read<Draft>(name: string, empty: Draft): Draft {
  try {
    const kept = localStorage.getItem(prefix + name)
    return kept === null ? empty : { ...empty, ...(JSON.parse(kept) as Draft) }
  } catch {
    return empty
  }
}

function write(name: string, draft: unknown): void {
  try {
    if (draft === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, JSON.stringify(draft))
  } catch {
    // The browser keeps nothing for us (private window, storage full); the text stays in memory.
  }
}

/**
 * What somebody is writing, kept in this browser under a name with every key press, so that neither a
 * closed sheet nor a crashed page takes it away. `empty` must not change between calls.
 */
export function useDraft<Draft extends object>(name: string, empty: Draft) {
  const [held, setHeld] = useState(() => ({ name, draft: read(name, empty) }))
  const current = held.name === name ? held.draft : read(name, empty)
  if (held.name !== name) setHeld({ name, draft: current })
  const change = useCallback(
    (part: Partial<Draft>) =>
      setHeld(before => {
        const draft = { ...before.draft, ...part }
        write(name, draft)
        return { name, draft }
      }),
    [name],
  )
  const discard = useCallback(() => {
    write(name, null)
    setHeld({ name, draft: empty })
  }, [name, empty])
  return { draft: current, change, discard }
}

/** Is something kept under this name? */
export function hasDraft(name: string): boolean {
  try {
    return localStorage.getItem(prefix + name) !== null
  } catch {
    return false
  }
}
