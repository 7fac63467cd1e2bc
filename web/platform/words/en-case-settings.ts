import { many } from './en-shell.ts'

/** How cases behave in the whole workspace. */
export const caseSettings = {
  hint: 'How cases behave in the whole workspace. A change counts from now on.',
  closing: 'Resolving and reopening',
  graceDays: 'Grace period',
  graceDaysHint:
    'How long after resolving a message of the customer reopens the case. With 0 a resolved case is closed at once.',
  days: 'days',
  autoReopen: 'Reopen closed cases automatically',
  autoReopenHint:
    'A case that was closed by hand or for inactivity reopens when the customer writes soon after. The person who worked on it last gets it back if they are available.',
  threshold: 'Reopen within',
  thresholdHint: 'Counted from closing, from 1 hour to 504 hours (21 days).',
  hours: 'hours',
  asDays: (count: number) => `= ${many(count, 'day', 'days')}`,
  assigning: 'Assigning and sorting',
  crossGroup: 'Assign across groups',
  crossGroupHint: 'Cases can be given to people outside the group of their channel.',
  veryHigh: 'Use the priority “Very high”',
  veryHighHint: 'A step between High and Critical. Cases that have it already keep it.',
}
