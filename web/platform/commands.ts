import { useEffect, useState, useSyncExternalStore } from 'react'
import { tellWhyNot } from './toasts.tsx'

/**
 * One thing a person can do by key or from the palette. The same list drives the key handler, the
 * palette and the help, so that none of them can lie.
 */
export type Command = {
  id: string
  title: string
  /** Heading in palette and help. */
  group: string
  /** `c`, `g i` (one after the other), `mod+k`, `shift+/` is written `?`. */
  keys?: string
  /** More words under which the palette finds it. */
  also?: string
  /** Not in the palette: moving a cursor, opening the palette itself. */
  quiet?: boolean
  /** Why it cannot be done just now; shown instead of doing it. */
  refusal?: string | undefined
  run: () => void
}

type Layer = { order: number; commands: Command[] }

let layers: Layer[] = []
let rendered = 0
let flat: Command[] = []
const watchers = new Set<() => void>()

function rebuild() {
  // What is rendered later is further inside: its command wins where keys or ids are the same.
  const seen = new Set<string>()
  flat = layers
    .flatMap(layer => layer.commands)
    .reverse()
    .filter(command => !seen.has(command.id) && seen.add(command.id))
    .reverse()
}

function tell() {
  rebuild()
  for (const watcher of watchers) watcher()
}

/** All commands of what is on the screen, outermost first. */
export function useAllCommands(): Command[] {
  return useSyncExternalStore(
    watcher => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => flat,
  )
}

/** The commands of what is on the screen, for the key handler. */
export function allCommands(): readonly Command[] {
  return flat
}

/** Does what the command says, or says why not. */
export function obey(command: Command): void {
  if (command.refusal === undefined) command.run()
  else tellWhyNot(command.refusal)
}

/** Offers commands while the calling component is on the screen. */
export function useCommands(commands: Command[]): void {
  const [layer] = useState<Layer>(() => ({ order: ++rendered, commands: [] }))
  useEffect(() => {
    layers = [...layers, layer].toSorted((one, other) => one.order - other.order)
    return () => {
      layers = layers.filter(one => one !== layer)
      tell()
    }
  }, [layer])
  useEffect(() => {
    const changed = !alike(layer.commands, commands)
    layer.commands = commands
    if (changed) tell()
    else rebuild()
  })
}

function alike(one: Command[], other: Command[]): boolean {
  const face = (list: Command[]) => list.map(({ id, title, keys, refusal }) => [id, title, keys, refusal])
  return JSON.stringify(face(one)) === JSON.stringify(face(other))
}
