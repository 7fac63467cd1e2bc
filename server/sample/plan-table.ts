import type { Step } from './office-hours.ts'
import { absences } from './situations/machine-mail.ts'
import * as cases from './tell-cases.ts'
import * as inbox from './tell-inbox.ts'
import * as more from './tell-more-cases.ts'
import type { Use } from './word-letters.ts'

/** How many stories of a kind there are, how many days ago they begin, and through which channels. */
export type Row = {
  kind: string
  tell: (use: Use) => Step[]
  count: number
  days: readonly [youngest: number, oldest: number]
  from: 'mail' | 'support' | 'shop'
  /** Only of these: a machine that does not work, or what cannot wait. */
  only?: 'faults' | 'emergencies'
  /** Where the owner works the case instead of whoever works them in its team. */
  worker?: 'owner'
  /** Hours from now to its deadline; negative: missed. Others get theirs by turns. */
  deadline?: number
}

/** What of the company's last six weeks came from customers, row by row. The mix is that of a busy, decent team. */
export const rows: readonly Row[] = [
  // Over and done.
  { kind: 'finalized', tell: cases.finalized, count: 14, days: [13, 44], from: 'mail' },
  {
    kind: 'resolved, urgent',
    tell: cases.finalized,
    count: 1,
    days: [20, 30],
    from: 'support',
    only: 'emergencies',
  },
  { kind: 'resolved', tell: cases.resolved, count: 10, days: [1.3, 5], from: 'mail' },
  { kind: 'closed', tell: cases.closedByHand, count: 9, days: [12, 43], from: 'mail' },
  { kind: 'closed in shop', tell: cases.closedInShop, count: 4, days: [3, 38], from: 'shop' },
  { kind: 'canceled', tell: cases.canceled, count: 4, days: [2, 35], from: 'mail' },
  {
    kind: 'resolved again',
    tell: cases.reopenedAndResolved,
    count: 4,
    days: [2.2, 5],
    from: 'mail',
    only: 'faults',
  },
  // At work.
  { kind: 'waiting', tell: cases.waitingForCustomer, count: 9, days: [0.4, 6], from: 'mail' },
  { kind: 'on holiday', tell: waitingForHoliday, count: 3, days: [0.6, 5], from: 'support' },
  { kind: 'in vain', tell: cases.waitingInVain, count: 1, days: [1.2, 2], from: 'support' },
  { kind: 'queued answer', tell: more.answerQueued, count: 1, days: [0.3, 0.4], from: 'support' },
  { kind: 'in work', tell: cases.inWork, count: 9, days: [0.3, 5], from: 'mail' },
  { kind: 'handed over', tell: more.handedOver, count: 3, days: [1, 6], from: 'mail' },
  { kind: 'escalated', tell: more.escalated, count: 3, days: [1, 9], from: 'support' },
  { kind: 'long', tell: more.longThread, count: 3, days: [3.5, 11], from: 'support', only: 'faults' },
  { kind: 'on hold', tell: cases.onHold, count: 7, days: [1, 16], from: 'mail' },
  { kind: 'reopened', tell: cases.reopened, count: 3, days: [1.5, 4], from: 'mail', only: 'faults' },
  { kind: 'in queue', tell: cases.inQueue, count: 11, days: [0.1, 1.6], from: 'mail' },
  { kind: 'in queue from shop', tell: cases.inQueue, count: 2, days: [0.1, 1], from: 'shop' },
  {
    kind: 'too late',
    tell: cases.writtenTooLate,
    count: 2,
    days: [11.5, 13],
    from: 'support',
    only: 'faults',
  },
  // On the owner's desk.
  { kind: 'owner: given', tell: more.givenToOwner, count: 2, days: [0.2, 0.9], from: 'support' },
  { kind: 'owner: asked', tell: use => more.ownerAsked(use, 0), count: 1, days: [0.9, 1.2], from: 'support' },
  {
    kind: 'owner: asked again',
    tell: use => more.ownerAsked(use, 2),
    count: 1,
    days: [0.3, 0.6],
    from: 'support',
  },
  { kind: 'owner: answered back', tell: more.ownerAnsweredBack, count: 2, days: [0.8, 2], from: 'support' },
  {
    kind: 'owner: urgent',
    tell: use => more.ownerAsked(use, 1),
    count: 1,
    days: [0.1, 0.15],
    from: 'support',
    only: 'emergencies',
  },
  { kind: 'owner: failed', tell: ownerFailed, count: 1, days: [0.5, 0.7], from: 'support' },
  { kind: 'owner: uncertain', tell: ownerUncertain, count: 1, days: [0.8, 1], from: 'support' },
  {
    kind: 'owner: reopened',
    tell: more.ownerReopened,
    count: 1,
    days: [1.4, 1.8],
    from: 'support',
    only: 'faults',
  },
  {
    kind: 'owner: long',
    deadline: -5,
    tell: more.ownerInLongThread,
    count: 1,
    days: [3, 4],
    from: 'support',
    only: 'faults',
  },
  {
    kind: 'owner: waiting',
    tell: cases.waitingForCustomer,
    count: 2,
    days: [1.5, 4],
    from: 'support',
    worker: 'owner',
  },
  { kind: 'owner: on hold', tell: cases.onHold, count: 1, days: [3, 6], from: 'support', worker: 'owner' },
  {
    kind: 'owner: resolved',
    tell: cases.resolved,
    count: 2,
    days: [1.5, 4.5],
    from: 'support',
    worker: 'owner',
  },
  {
    kind: 'owner: finalized',
    tell: cases.finalized,
    count: 3,
    days: [13, 40],
    from: 'support',
    worker: 'owner',
  },
  // Without a case.
  { kind: 'answered', tell: inbox.answeredFromInbox, count: 70, days: [0.6, 44.5], from: 'mail' },
  { kind: 'waiting in inbox', tell: inbox.stillWaiting, count: 30, days: [0.01, 2.2], from: 'mail' },
  { kind: 'asked again', tell: inbox.askedAgain, count: 4, days: [2.5, 6], from: 'support' },
  { kind: 'shop, done', tell: inbox.handedInAndDone, count: 16, days: [0.8, 44], from: 'shop' },
  { kind: 'shop, waiting', tell: inbox.handedIn, count: 4, days: [0.05, 1.2], from: 'shop' },
]

function waitingForHoliday(use: Use): Step[] {
  const own = absences.filter(absence => absence.language === use.situation.language)
  return cases.waitingForHoliday(use, use.dice.pick(own.length > 0 ? own : absences.slice(0, 1)))
}

function ownerFailed(use: Use): Step[] {
  return more.ownerAnswered(use, 'failed')
}

function ownerUncertain(use: Use): Step[] {
  return more.ownerAnswered(use, 'uncertain')
}
