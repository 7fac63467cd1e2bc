/** What can happen to a case, as its events are called (promise 4). Their `data` is what sentences.ts reads. */
export const caseEventKinds = [
  'case.created',
  'case.assigned',
  'case.unassigned',
  'case.claimed',
  'case.team_changed',
  'case.status_changed',
  'case.reopened',
  'case.finalized',
  'case.field_changed',
  'case.tags_changed',
  'case.commented',
  'case.follower_added',
  'case.follower_removed',
  'case.deleted',
  'message.received',
  'message.sent',
  'message.delivery_changed',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]
