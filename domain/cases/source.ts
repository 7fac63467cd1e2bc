/** How a case came to be, in the order that ranks it for the next free agent (IN-18, MW-06). */
export const sources = ['web_connect', 'support_sdk', 'phone', 'email', 'sms', 'platform'] as const
export type Source = (typeof sources)[number]
