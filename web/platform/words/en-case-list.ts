import { many } from './en-shell.ts'

/** The list of cases: its views, filters, order. */
export const caseList = {
  label: 'Cases',
  nav: 'Views',
  views: {
    mine: 'My cases',
    unassigned: 'Unassigned',
    following: 'Following',
    assignedByMe: 'Assigned by me',
    createdByMe: 'Created by me',
    updatedByMe: 'Updated by me',
    all: 'All cases',
    allMine: 'All I can see',
  },
  channels: 'Channels',
  pickView: 'Choose a view',
  buckets: { open: 'Open', on_hold: 'On hold', closed: 'Closed', active: 'Active', any: 'All' },
  bucketsLabel: 'Which cases',
  newCase: 'New case',
  search: 'Search these cases',
  sort: {
    label: 'Order by',
    activity: 'Last activity',
    created: 'Creation',
    updated: 'Last update',
    inbound: 'Last response of the customer',
    newest: 'Newest first',
    oldest: 'Oldest first',
    turn: (newest: boolean) =>
      newest ? 'Newest first; press for oldest first' : 'Oldest first; press for newest first',
  },
  fresh: (count: number) => many(count, 'case with new activity', 'cases with new activity'),
  late: 'Late',
  due: 'Due',
  fromTag: (tag: string) => `Tag ${tag}`,
  empty: {
    mine: 'Nothing is waiting for you',
    mineHint: 'Cases that are assigned to you appear here.',
    some: 'No cases here',
    someHint: 'Cases come from messages in the inbox, or are opened by hand.',
    filtered: 'No case matches',
    filteredHint: 'Other filters or other words may find it.',
    clear: 'Clear filters',
    everywhere: 'Search all cases',
  },
  columns: { customer: 'Customer', team: 'Team', assignee: 'Assignee' },
}
