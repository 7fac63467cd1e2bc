import type { Actor } from '#domain/people/actor.ts'
import { maySeeCase } from './permissions.ts'
import type { Status } from './status.ts'

/** A case that another record names: its head, and what decides whether a person may see it. */
export type Glimpse = {
  number: number
  subject: string
  status: Status
  channelId: string
  teamId: string | null
  assigneeId: string | null
  assignedById: string | null
  /** Does the person follow it? */
  followed: boolean
}

/** What a person sees of a case that a message names; null if they may not see the case, as if there were none (PR-17). */
export function glimpseFor(
  actor: Actor,
  named: Glimpse | null,
): { number: number; subject: string; status: Status } | null {
  if (named === null) return null
  const sight = { ...named, collaboratorIds: named.followed ? [actor.userId] : [] }
  return maySeeCase(actor, sight)
    ? { number: named.number, subject: named.subject, status: named.status }
    : null
}
