import { useSyncExternalStore } from 'react'

let opened = false
const watchers = new Set<() => void>()

function set(next: boolean) {
  opened = next
  for (const watcher of watchers) watcher()
}

/** Opens the command palette from wherever. */
export const openPalette = () => set(true)
/** Closes it. */
export const closePalette = () => set(false)

/** Is the palette open? */
export function usePaletteOpened(): boolean {
  return useSyncExternalStore(
    watcher => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => opened,
  )
}
