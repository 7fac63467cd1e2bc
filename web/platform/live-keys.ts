import type { LiveEvent } from '#domain/kernel/live.ts'
import { keys } from './keys.ts'

/** Which kept answers to ask for anew; `refetchType: 'none'` only marks those on the screen as old. */
export type Stale = { queryKey?: readonly unknown[]; refetchType?: 'active' | 'none' }

const directoryKeys = [
  keys.me,
  keys.users,
  keys.teams,
  keys.groups,
  keys.channels,
  keys.caseTypes,
  keys.tags,
  keys.invitations,
  keys.tokens,
  ['settings'],
]

/**
 * Exactly the answers a live event makes stale. Lists are left as they are under the reader's eyes: they
 * look for themselves what is new and say so (IN-14, CL-05).
 */
export function staleKeys(event: LiveEvent): Stale[] {
  switch (event.kind) {
    case 'case':
      return [
        { queryKey: keys.oneCase(event.number) },
        { queryKey: ['cases', 'counts'] },
        { queryKey: ['message'] },
      ]
    case 'conversation':
      return [
        { queryKey: keys.conversation(event.id) },
        { queryKey: keys.inboxCounts },
        { queryKey: ['message'] },
      ]
    case 'notification':
      return [{ queryKey: keys.notifications }]
    case 'quarantine':
      return [{ queryKey: keys.quarantine }, { queryKey: keys.inboxCounts }]
    case 'settings':
      return directoryKeys.map(queryKey => ({ queryKey }))
    case 'reset':
      return [{}]
  }
}
