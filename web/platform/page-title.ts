import { useEffect } from 'react'
import { words } from './words.ts'

/** Names the page in the browser's tab and for screen readers, while it is on the screen. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${words.product}`
    return () => {
      document.title = words.product
    }
  }, [title])
}
