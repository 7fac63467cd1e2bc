/** What people are told about (NT-05), as far as it can happen yet. */
export const notificationKinds = [
  'assigned_to_me',
  'available_on_my_team',
  'new_message_on_my_case',
  'reopened',
  'closed',
  'commented',
  'mentioned',
  'collaborator_added',
  'delivery_failed',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Kinds that also go out by mail until a person says otherwise (NT-05). */
export const mailedByDefault: readonly NotificationKind[] = ['assigned_to_me', 'mentioned']
