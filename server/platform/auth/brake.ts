import { elapsedMs } from '#server/platform/clock.ts'

/** Counts tries within a minute. */
export type Brake = {
  /** Counts a try of `key`; seconds to wait if it already had `limit` of them, else null. */
  press(key: string, limit: number): number | null
  /** Takes one try back: it was a good one. */
  release(key: string): void
}

const windowMs = 60_000
const maxKeys = 50_000

/** A brake that remembers at most 50,000 keys; under more it forgets the oldest first. */
export function createBrake(now: () => number = elapsedMs): Brake {
  const tries = new Map<string, { count: number; since: number }>()
  const forgetOld = () => {
    for (const [key, one] of tries) {
      if (tries.size < maxKeys && now() - one.since < windowMs) break
      tries.delete(key)
    }
  }
  return {
    press(key, limit) {
      const known = tries.get(key)
      if (known && now() - known.since < windowMs) {
        if (known.count >= limit) return Math.max(1, Math.ceil((known.since + windowMs - now()) / 1_000))
        known.count += 1
        return null
      }
      tries.delete(key)
      forgetOld()
      tries.set(key, { count: 1, since: now() })
      return null
    },
    release(key) {
      const known = tries.get(key)
      if (known && known.count > 0) known.count -= 1
    },
  }
}
