import { useCallback, useRef } from 'react'
import { freshKey } from './api.ts'

/**
 * The key under which a form is sent: the same for the same content, so that pressing the button again
 * after a lost answer cannot do the thing twice; another one as soon as the content changes.
 */
export function useSameKey() {
  const held = useRef({ content: '', key: '' })
  return useCallback((content: unknown): string => {
    const text = JSON.stringify(content)
    if (held.current.content !== text) held.current = { content: text, key: freshKey() }
    return held.current.key
  }, [])
}
