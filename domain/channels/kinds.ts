/** Kinds of channel that exist so far: a mailbox, a programming interface, and the desk, which has no network. */
export const channelKinds = ['email', 'desk', 'api'] as const
export type ChannelKind = (typeof channelKinds)[number]
