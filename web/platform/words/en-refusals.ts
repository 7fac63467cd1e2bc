import { many } from './en-shell.ts'

type Data = Record<string, unknown>
/** A refusal as a sentence: what happened, and what to do. */
export type Sentence = string | ((data: Data) => string)

const text = (value: unknown, otherwise: string) =>
  typeof value === 'string' && value !== '' ? value : otherwise
const caseName = (data: Data) => {
  const number = data.number ?? (data.case as Data | undefined)?.number
  return typeof number === 'number' ? `Case #${number}` : 'Another case'
}

const names = (data: Data, otherwise: string) => {
  const people = Array.isArray(data.people) ? data.people : []
  const known = people.flatMap(one => (typeof one?.name === 'string' ? [one.name as string] : []))
  return known.length > 0 ? known.join(', ') : text(data.name, otherwise)
}

const uses = ({ channels, cases }: Data) => {
  const named = Array.isArray(channels) && channels.length > 0 ? [`the channels ${channels.join(', ')}`] : []
  const counted = typeof cases === 'number' && cases > 0 ? [many(cases, 'open case', 'open cases')] : []
  return [...named, ...counted, ...(cases === true ? ['cases'] : [])].join(' and ') || 'something'
}

/** Every code the server may answer with. A code that is missing here falls back to the server's own sentence. */
export const refusals: Record<string, Sentence> = {
  UNREACHABLE:
    'The server did not answer. What you typed is still here; check your connection and try again.',
  NOT_SIGNED_IN: 'Your session has ended. Sign in again to go on.',
  NOT_FOUND: 'This does not exist, or you may not see it.',
  SERVER_FAILED: 'Something went wrong on the server. Nothing was changed; try again in a moment.',
  TOO_MANY_REQUESTS: 'That was too often in a short time. Wait a minute and try again.',
  IDEMPOTENCY_IN_PROGRESS:
    'This was already sent, but its answer was lost. Look whether it is there before you send it again.',
  INVALID: 'Some of this cannot be accepted as it is. Correct what is marked and try again.',
  CONFLICT:
    'Somebody else changed this meanwhile. You now see the present state; make your change again if it is still wanted.',
  NO_PERMISSION: 'Your role does not allow this. An administrator of your workspace can change that.',
  CHANNEL_ACCESS_TOO_LOW:
    'Your access to this channel is not enough for this. A manager of the channel can raise it.',
  LAST_OWNER: 'A workspace needs an owner. Make somebody else an owner first.',
  MORE_THAN_YOU_HOLD:
    'Nobody can give or take more than they hold themselves. Ask an owner of your workspace to do this.',
  IN_USE: data => `This is still used by ${uses(data)} and was kept.`,
  ADDRESS_TAKEN: 'Another channel has this address already. Use another one, or that channel.',
  MEMBER_WITHOUT_ACCESS: data =>
    `${names(data, 'Somebody')} has no access to any channel of this group. Give them at least Read only on one of its channels first.`,
  USER_NOT_FOUND: 'This person does not exist, or you may not see them.',
  TEAM_NOT_FOUND: 'This team does not exist any more.',
  GROUP_NOT_FOUND: 'This group does not exist any more.',
  CHANNEL_NOT_FOUND: 'This channel does not exist any more, or you may not see it.',
  INVITATION_NOT_FOUND: 'This invitation was already used or revoked.',
  TOKEN_NOT_FOUND: 'This token is already deleted.',
  EMAIL_TAKEN: 'Somebody with this e-mail is already here. Use another address.',
  INVITATION_GONE: 'This invitation was used, withdrawn or is too old. Ask for a new one.',
  NAME_TAKEN: 'This name is already in use. Choose another one.',
  USER_INACTIVE: data => `${names(data, 'This person')} is no longer active. Choose somebody else.`,
  SETUP_CODE_WRONG: 'This link is not valid any more. Use the newest link that the server printed.',
  CASE_NOT_FOUND: 'This case does not exist, or you may not see it.',
  CASE_OPEN_IN_CONVERSATION: data =>
    `${caseName(data)} is already open in this conversation, and there can be only one. Your form is kept; work in that case, or close it first.`,
  MESSAGE_IN_CASE: data =>
    `This message belongs to ${caseName(data)}, which is closed. Your form is kept; reopen that case instead.`,
  NEWER_CASE_EXISTS: data =>
    `${caseName(data)} of the same customer is newer, so this one stays closed. Go on in the newer case.`,
  NOT_ASSIGNED:
    'Only the person this case is assigned to may change its status. Assign it to yourself first.',
  MERGED: 'This case was merged into another and cannot be changed. Go on in the other case.',
  ALREADY_CLAIMED: data => `${text(data.name, 'Somebody else')} was faster and has this case now.`,
  NOT_CLAIMABLE: 'Only a new case of one of your teams that nobody has can be claimed.',
  STATUS_NOT_REACHABLE: 'The case cannot go to this status from where it is now.',
  ASSIGNMENT_REQUIRED: 'Choose a team or a person who takes care of the case.',
  ASSIGNEE_NO_ACCESS: data =>
    `${text(data.name, 'This person')} has no access to the channel of this case. Choose somebody else, or ask a manager of the channel to give them access.`,
  TEAM_NO_ACCESS: data =>
    `Nobody in ${text(data.name, 'this team')} has access to the channel of this case. Choose another team, or ask a manager of the channel to give access.`,
  ASSIGNEE_OUTSIDE_GROUP: data =>
    `${text(data.name, 'This person')} is not in the group of this channel, and cases stay within their group here. Choose somebody from the group.`,
  ASSIGNEE_CANNOT_WORK_CASES: data =>
    `${text(data.name, 'This person')} may not work on cases. Choose somebody else.`,
  CASE_CLOSED: 'This case is closed. Reopen it to answer the customer.',
  MESSAGE_NOT_FOUND: 'This message does not exist, or you may not see it.',
  CONVERSATION_NOT_FOUND: 'This conversation does not exist, or you may not see it.',
  FILE_NOT_FOUND: 'This file does not exist any more, or you may not see it.',
  QUARANTINED_MAIL_NOT_FOUND: 'This mail has left the quarantine.',
  DELIVERY_SETTLED: 'This message has gone out already, or is on its way.',
  NOBODY_TO_ANSWER: 'There is no customer to answer here. Write an internal comment instead.',
  CHANNEL_CANNOT_SEND: 'Nothing can be sent through this channel. Write an internal comment instead.',
  NEWER_MESSAGE: 'A newer message arrived while you were writing. Read it first; your text is kept.',
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail and password do not belong together. Check both and try again.',
  INVALID_CODE: 'This code is not right or no longer valid. Type the one that is shown now.',
  INVALID_TWO_FACTOR_COOKIE: 'This took too long. Sign in again with your password.',
  INVALID_BACKUP_CODE: 'This backup code is not right or was used before. Try another one.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'That was too many attempts. Sign in again in a few minutes.',
  INVALID_PASSWORD: 'This is not your present password. Check it and try again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'That was too many wrong codes. Wait a quarter of an hour and try again.',
  TOTP_ALREADY_ENABLED: 'Two-factor sign-in is already on. Load the page again to see it.',
  PASSWORD_TOO_SHORT: 'Use at least 12 characters for the password.',
  PASSWORD_TOO_LONG: 'Use at most 256 characters for the password.',
}
