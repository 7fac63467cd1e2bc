import { account } from './en-account.ts'
import { caseList } from './en-case-list.ts'
import { casePage } from './en-case-page.ts'
import { caseSettings } from './en-case-settings.ts'
import { cases } from './en-cases.ts'
import { channels } from './en-channels.ts'
import { conversations } from './en-conversations.ts'
import { inbox } from './en-inbox.ts'
import { notifications } from './en-notifications.ts'
import { people } from './en-people.ts'
import { refusals } from './en-refusals.ts'
import { settingsFrame } from './en-settings.ts'
import { shell } from './en-shell.ts'
import { teamSettings } from './en-team-settings.ts'
import { time } from './en-time.ts'

/** The English catalogue. Sentence case, plain verbs; errors say what happened, what was kept and what to do. */
export const en = {
  ...shell,
  time,
  people,
  cases,
  caseList,
  casePage,
  conversations,
  inbox,
  notifications,
  refusals,
  settingsFrame,
  account,
  teamSettings,
  channels,
  caseSettings,
}
