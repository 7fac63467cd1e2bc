import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { get } from '#web/platform/api.ts'
import { statusOf } from '#web/platform/problem.ts'
import { meQuery } from '#web/platform/session.ts'

type Visit = { context: { client: QueryClient }; location: { href: string } }

/** Lets only people in who are signed in; a server without an owner leads to its set-up first. */
export async function guard({ context, location }: Visit): Promise<void> {
  try {
    await context.client.ensureQueryData(meQuery)
  } catch (error) {
    if (statusOf(error) !== 401) throw error
    if (await waitsForOwner()) throw redirect({ to: '/setup' })
    const next = location.href === '/' ? undefined : location.href
    throw redirect({ to: '/sign-in', search: next ? { next } : {} })
  }
}

async function waitsForOwner(): Promise<boolean> {
  return get('/setup').then(
    () => true,
    () => false,
  )
}

/** Where to go after signing in; only addresses of this product are followed. */
export function signInSearch(search: Record<string, unknown>): { next?: string } {
  const { next } = search
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}
