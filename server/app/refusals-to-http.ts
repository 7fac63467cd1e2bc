import type { CaseRefusal } from '#domain/cases/refusals.ts'
import type { ChannelRefusal } from '#domain/channels/refusals.ts'
import type { ConversationRefusal } from '#domain/conversations/refusals.ts'
import type { PeopleRefusal } from '#domain/people/refusals.ts'

/** Every code that a rule may refuse with, on every floor. */
export type RefusalCode = CaseRefusal | ChannelRefusal | ConversationRefusal | PeopleRefusal

/** The one table from refusals to HTTP: 404 unseen, 403 forbidden, 409 at odds with how things stand, 422 impossible as asked. */
const statusOf: Record<RefusalCode, number> = {
  CASE_NOT_FOUND: 404,
  CASE_OPEN_IN_CONVERSATION: 409,
  MESSAGE_IN_CASE: 409,
  NEWER_CASE_EXISTS: 409,
  NOT_ASSIGNED: 403,
  MERGED: 409,
  ALREADY_CLAIMED: 409,
  NOT_CLAIMABLE: 409,
  STATUS_NOT_REACHABLE: 409,
  ASSIGNMENT_REQUIRED: 422,
  ASSIGNEE_NO_ACCESS: 409,
  TEAM_NO_ACCESS: 409,
  ASSIGNEE_OUTSIDE_GROUP: 409,
  ASSIGNEE_CANNOT_WORK_CASES: 422,
  CASE_CLOSED: 409,
  CONFLICT: 409,
  NO_PERMISSION: 403,
  CHANNEL_ACCESS_TOO_LOW: 403,
  LAST_OWNER: 409,
  MORE_THAN_YOU_HOLD: 403,
  EMAIL_TAKEN: 409,
  NAME_TAKEN: 409,
  IN_USE: 409,
  MEMBER_WITHOUT_ACCESS: 409,
  USER_INACTIVE: 409,
  USER_NOT_FOUND: 404,
  TEAM_NOT_FOUND: 404,
  GROUP_NOT_FOUND: 404,
  INVITATION_NOT_FOUND: 404,
  INVITATION_GONE: 404,
  INVALID_PASSWORD: 403,
  TOKEN_NOT_FOUND: 404,
  SETUP_CLOSED: 404,
  SETUP_CODE_WRONG: 403,
  TOO_MANY_REQUESTS: 429,
  CHANNEL_NOT_FOUND: 404,
  ADDRESS_TAKEN: 409,
  MESSAGE_NOT_FOUND: 404,
  CONVERSATION_NOT_FOUND: 404,
  FILE_NOT_FOUND: 404,
  QUARANTINED_MAIL_NOT_FOUND: 404,
  FILE_UNAVAILABLE: 503,
  NEWER_MESSAGE: 409,
  DELIVERY_SETTLED: 409,
  NOBODY_TO_ANSWER: 422,
  CHANNEL_CANNOT_SEND: 422,
  NOT_AN_INTAKE_CHANNEL: 422,
}

/** The HTTP status of a refusal. A code that is not in the table is a bug, and shows as one. */
export function statusOfRefusal(code: string): number {
  return (statusOf as Record<string, number>)[code] ?? 500
}
