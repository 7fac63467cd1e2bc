import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { LiveEvent } from '#domain/kernel/live.ts'
import { staleKeys } from './live-keys.ts'

/** How the stream stands; `lost` shows the quiet bar. */
export type Connection = 'connecting' | 'live' | 'lost'

const address = '/api/v1/events'
const listeners = new Set<(event: LiveEvent) => void>()
const watchers = new Set<() => void>()
let connection: Connection = 'connecting'
let attempts = 0
/** May something have happened of which no stream has told? */
let missed = false
let source: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let pending: LiveEvent[] = []

function say(next: Connection) {
  if (next === connection) return
  connection = next
  for (const watcher of watchers) watcher()
}

/** How the stream stands just now. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    watcher => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => connection,
  )
}

/** Tells a list or page of every live event while it is on the screen. */
export function useLive(listener: (event: LiveEvent) => void): void {
  useEffect(() => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listener])
}

/** Opens the one stream of this page; returns how to close it. Nothing is missed: see `reopen`. */
export function startLive(client: QueryClient): () => void {
  open(client)
  const wake = () => {
    if (connection === 'lost') reopen(client)
  }
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
    close()
  }
}

/** Tries now instead of after the pause. */
export function reopen(client: QueryClient): void {
  missed = true
  close()
  open(client)
}

function close() {
  clearTimeout(timer)
  source?.close()
  source = null
}

function open(client: QueryClient) {
  source = new EventSource(address)
  // The browser itself repeats Last-Event-ID on its own reconnects. A stream that had to be opened anew,
  // or that never told anything, has no such memory: then everything on the screen is fetched again.
  let remembers = false
  source.onopen = () => {
    if (missed) apply(client, { kind: 'reset' })
    missed = false
    attempts = 0
    say('live')
  }
  source.onmessage = message => {
    remembers ||= message.lastEventId !== ''
    collect(client, JSON.parse(message.data as string) as LiveEvent)
  }
  source.onerror = () => {
    missed ||= !remembers
    say('lost')
    if (source?.readyState !== EventSource.CLOSED) return
    attempts += 1
    clearTimeout(timer)
    timer = setTimeout(() => reopen(client), Math.min(30_000, 1_000 * 2 ** attempts))
  }
}

/** Takes events together for a moment, so that a burst asks for everything only once. */
function collect(client: QueryClient, event: LiveEvent) {
  pending.push(event)
  if (pending.length > 1) return
  setTimeout(() => {
    const batch = pending
    pending = []
    for (const one of batch) apply(client, one)
  }, 120)
}

function apply(client: QueryClient, event: LiveEvent) {
  for (const filter of staleKeys(event)) void client.invalidateQueries(filter, { cancelRefetch: false })
  for (const listener of listeners) listener(event)
}
