/** Every reason for which a rule about channels says no. */
export type ChannelRefusal = 'CHANNEL_NOT_FOUND' | 'ADDRESS_TAKEN' | 'NAME_TAKEN' | 'IN_USE' | 'CONFLICT'
