import { caseList } from './en-case-list.ts'
import { cases } from './en-cases.ts'
import { conversations } from './en-conversations.ts'
import { inbox } from './en-inbox.ts'
import { people } from './en-people.ts'
import { refusals } from './en-refusals.ts'
import { shell } from './en-shell.ts'
import { time } from './en-time.ts'

/** The English catalogue. Sentence case, plain verbs; errors say what happened, what was kept and what to do. */
export const en = { ...shell, time, people, cases, caseList, conversations, inbox, refusals }
