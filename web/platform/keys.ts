/**
 * The names under which answers are kept. Live events make exactly these stale, so every query of the
 * product takes its key from here.
 */
export const keys = {
  me: ['me'] as const,
  setup: ['setup'] as const,
  users: ['users'] as const,
  teams: ['teams'] as const,
  groups: ['groups'] as const,
  channels: ['channels'] as const,
  channel: (id: string) => ['channels', id] as const,
  channelAccess: (id: string) => ['channels', id, 'access'] as const,
  invitations: ['invitations'] as const,
  tokens: ['tokens'] as const,
  sessions: ['sessions'] as const,
  ownSession: ['own-session'] as const,
  caseTypes: ['case-types'] as const,
  tags: ['tags'] as const,
  caseSettings: ['settings', 'cases'] as const,
  cases: ['cases'] as const,
  caseList: (query: object) => ['cases', 'list', query] as const,
  caseCounts: (query: object) => ['cases', 'counts', query] as const,
  oneCase: (number: number) => ['case', number] as const,
  timeline: (number: number) => ['case', number, 'timeline'] as const,
  inbox: ['inbox'] as const,
  inboxList: (query: object) => ['inbox', 'list', query] as const,
  inboxCounts: ['inbox', 'counts'] as const,
  message: (id: string) => ['message', id] as const,
  conversation: (id: string) => ['conversation', id] as const,
  notifications: ['notifications'] as const,
  quarantine: ['quarantine'] as const,
}
