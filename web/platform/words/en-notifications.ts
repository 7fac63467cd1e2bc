/** The drawer of notifications: who did what, by kind. */
export const notifications = {
  title: 'Notifications',
  readAll: 'Mark all as read',
  unread: 'Unread',
  empty: 'Nothing new',
  emptyHint: 'You hear here about cases that concern you.',
  somebody: 'Docket',
  kinds: {
    assigned_to_me: (who: string) => `${who} assigned a case to you`,
    available_on_my_team: () => 'A new case is available for your team',
    new_message_on_my_case: (who: string) => `${who} wrote`,
    reopened: () => 'The case was reopened',
    closed: (who: string) => `${who} closed the case`,
    commented: (who: string) => `${who} commented`,
    mentioned: (who: string) => `${who} mentioned you`,
    collaborator_added: (who: string) => `${who} added you as collaborator`,
    delivery_failed: () => 'A reply could not be delivered',
  },
}
