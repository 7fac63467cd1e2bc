import type { Actor } from '#domain/people/actor.ts'
import { elapsedMs } from '#server/platform/clock.ts'

/** Actors by the hash of the cookie or token that they came with, for three seconds (A5, Z6: gone within five). */
export type ActorCache = {
  /** The actor of a key, loading them if they are not known; what nobody is behind is not kept. */
  get(key: string, load: () => Promise<Actor | null>): Promise<Actor | null>
  /** Forgets a person, everybody of a workspace, or everybody. */
  forget(workspaceId?: string, userId?: string): void
}

const lifeMs = 3_000
const maxEntries = 10_000

type Entry = { loading: Promise<Actor | null>; until: number; actor: Actor | null }

/** A cache of at most 10,000 actors; requests that come together share one query. */
export function createActorCache(now: () => number = elapsedMs): ActorCache {
  const entries = new Map<string, Entry>()

  const start = (key: string, load: () => Promise<Actor | null>) => {
    entries.delete(key)
    const oldest = entries.size >= maxEntries ? entries.keys().next().value : undefined
    if (oldest !== undefined) entries.delete(oldest)
    const entry: Entry = { loading: load(), until: now() + lifeMs, actor: null }
    entries.set(key, entry)
    const drop = () => {
      if (entries.get(key) === entry) entries.delete(key)
    }
    entry.loading.then(actor => {
      entry.actor = actor
      if (!actor) drop()
    }, drop)
    return entry.loading
  }

  return {
    get(key, load) {
      const known = entries.get(key)
      return known && known.until > now() ? known.loading : start(key, load)
    },
    forget(workspaceId, userId) {
      if (!workspaceId) return entries.clear()
      for (const [key, { actor }] of entries) {
        // Whoever is still being loaded may have been read before the change.
        const meant = !actor || (actor.workspaceId === workspaceId && (!userId || actor.userId === userId))
        if (meant) entries.delete(key)
      }
    },
  }
}
