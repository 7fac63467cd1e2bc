import { usualPriority } from '#domain/cases/priority.ts'
import { DAY, HOUR } from '#domain/kernel/moments.ts'
import { type PersonKey, workersOf } from './company.ts'
import type { Step } from './office-hours.ts'
import {
  questionsToOne,
  reasonsCanceled,
  reasonsClosed,
  reasonsOnHold,
  remarks,
} from './situations/colleagues-say.ts'
import type { Deed } from './story.ts'
import {
  backLetter,
  firstLetter,
  ourAnswer,
  ourSecondAnswer,
  ourSmallTalk,
  remark,
  smallLetter,
  type Use,
} from './word-letters.ts'

/** Hours from a resolution until its five days of grace are over and the case is closed for good. */
const graceHours = (5 * DAY) / HOUR + 0.02

/** Who works the case of this situation: always the same person for the same use. */
export function workerOf(use: Use): PersonKey {
  if (use.worker) return use.worker
  const workers = workersOf[use.situation.box === 'billing' ? 'Billing' : use.situation.team]
  return workers[Number(use.values.invoice) % workers.length]!
}

function openerOf(use: Use): PersonKey {
  return use.situation.box === 'billing'
    ? workerOf(use)
    : use.dice.pick(['maren', 'tomas', 'ingrid', 'niamh'])
}

/** A message comes in and somebody makes a case of it for a team. */
export function begun(use: Use): Step[] {
  return [
    ...arrived(use),
    { hours: use.dice.between(0.3, 3), deed: opened(use) },
    ...dealtWith(openerOf(use)),
  ]
}

/** The message itself, by mail or from the shop's form. */
function arrived(use: Use): Step[] {
  const letter = firstLetter(use)
  const { subject, text } = letter
  return [
    {
      hours: 0,
      deed: use.situation.box === 'shop' ? { do: 'hand in', subject, text } : { do: 'write', letter },
    },
  ]
}

/** Opening the case, perhaps for somebody at once. */
function opened(use: Use, assignee?: PersonKey): Deed {
  const { situation, dice } = use
  return {
    do: 'open',
    by: openerOf(use),
    team: situation.box === 'billing' ? 'Billing' : situation.team,
    ...(assignee ? { assignee } : {}),
    type: situation.type,
    priority: situation.priority ?? (dice.chance(0.25) ? 'low' : usualPriority),
    tags: situation.tags ?? [],
  }
}

function dealtWith(by: PersonKey): Step[] {
  return [{ hours: 0, deed: { do: 'complete', by } }]
}

function claimed(use: Use): Step[] {
  return [...begun(use), { hours: use.dice.between(0.3, 3), deed: { do: 'claim', by: workerOf(use) } }]
}

/** A remark inside the case now and then: the one that fits, or one that fits always. */
function perhapsRemarked(use: Use, part: number): Step[] {
  const by = workerOf(use)
  if (!use.dice.chance(part)) return []
  const text = use.situation.note ?? use.dice.pick(remarks)
  return [{ hours: use.dice.between(0.1, 1), deed: { do: 'comment', by, text: remark(use, text) } }]
}

function answered(use: Use): Step[] {
  const by = workerOf(use)
  const text = ourAnswer(use, by)
  return [
    ...claimed(use),
    ...perhapsRemarked(use, 0.4),
    { hours: use.dice.between(0.3, 2), deed: { do: 'reply', by, text, status: 'waiting' } },
  ]
}

/** Answered, answered back, resolved. */
export function resolved(use: Use): Step[] {
  const by = workerOf(use)
  const last: Deed =
    use.situation.answer2 || use.dice.chance(0.4)
      ? { do: 'reply', by, text: ourSecondAnswer(use, by), status: 'resolved' }
      : { do: 'set status', by, status: 'resolved' }
  return [
    ...answered(use),
    { hours: use.dice.between(4, 20), deed: { do: 'write', letter: backLetter(use) } },
    { hours: use.dice.between(0.5, 4), deed: last },
    ...dealtWith(by),
  ]
}

/** Resolved, and its grace has passed. */
export function finalized(use: Use): Step[] {
  return [...resolved(use), { hours: graceHours, exactly: true, deed: { do: 'end grace' } }]
}

/** Closed by hand: the customer never came back, or it was settled elsewhere. */
export function closedByHand(use: Use): Step[] {
  const by = workerOf(use)
  const quiet = use.dice.chance(0.5)
  const [noAnswer = '', ...others] = reasonsClosed
  const reason = quiet ? noAnswer : use.dice.pick(others)
  const reminded: Step[] = quiet
    ? [{ hours: 74, deed: { do: 'reply', by, text: ourSmallTalk(use, by, 'reminders') } }]
    : perhapsRemarked(use, 1)
  return [
    ...answered(use),
    ...reminded,
    { hours: quiet ? 96 : 5, deed: { do: 'set status', by, status: 'closed', reason } },
  ]
}

/** A message from the shop's form that was worth a case; the answer went out in the shop. */
export function closedInShop(use: Use): Step[] {
  const by = workerOf(use)
  const text = `Answered in the shop: ${remark(use, use.situation.answer)}`
  return [
    ...claimed(use),
    { hours: 0.5, deed: { do: 'comment', by, text } },
    { hours: 0.05, deed: { do: 'set status', by, status: 'closed', reason: 'Handled in the shop' } },
  ]
}

/** We have answered and wait for the customer. */
export function waitingForCustomer(use: Use): Step[] {
  return answered(use)
}

/** The same, and the answer to our answer is a machine's. */
export function waitingForHoliday(use: Use, absence: { subject: string; text: string }): Step[] {
  const subject = absence.subject.replace('{re}', `Re: ${firstLetter(use).subject}`)
  const letter = { subject, text: absence.text, sent: 'vacation' as const }
  return [...answered(use), { hours: 0.06, deed: { do: 'write', letter } }]
}

/** The same, but the answer never arrived. */
export function waitingInVain(use: Use): Step[] {
  return [...answered(use), { hours: 0.06, deed: { do: 'bounce' } }]
}

/** In the queue of its team. */
export function inQueue(use: Use): Step[] {
  return begun(use)
}

/** Somebody works on it: given to them, claimed with a question, or the customer has just answered. */
export function inWork(use: Use): Step[] {
  const by = workerOf(use)
  const kind = use.dice.whole(0, 2)
  if (kind === 0) return [...arrived(use), { hours: 0.8, deed: opened(use, by) }, ...dealtWith(openerOf(use))]
  if (kind === 1) return [...claimed(use), ...questionToColleague(use)]
  return [...answered(use), { hours: 9, deed: { do: 'write', letter: backLetter(use) } }]
}

function questionToColleague(use: Use): Step[] {
  const by = workerOf(use)
  const others = Object.entries(use.names).filter(([key]) => key !== by && key !== 'luc')
  const [, name] = use.dice.pick(others)
  const text = `@${name} ${use.dice.pick(questionsToOne)}`
  return [{ hours: 0.4, deed: { do: 'comment', by, text } }]
}

/** Put aside until something happens. */
export function onHold(use: Use): Step[] {
  const by = workerOf(use)
  return [
    ...claimed(use),
    { hours: 0.5, deed: { do: 'reply', by, text: ourSmallTalk(use, by, 'looking') } },
    { hours: 0.3, deed: { do: 'set status', by, status: 'on_hold', reason: use.dice.pick(reasonsOnHold) } },
  ]
}

/** The customer withdraws. */
export function canceled(use: Use): Step[] {
  const by = workerOf(use)
  return [
    ...claimed(use),
    { hours: 3, deed: { do: 'write', letter: smallLetter(use, 'never') } },
    { hours: 2, deed: { do: 'set status', by, status: 'canceled', reason: use.dice.pick(reasonsCanceled) } },
    ...dealtWith(by),
  ]
}

/** Resolved too early: the customer writes within the grace, and it is open again. */
export function reopened(use: Use): Step[] {
  const by = workerOf(use)
  return [
    ...claimed(use),
    { hours: 1, deed: { do: 'reply', by, text: ourAnswer(use, by), status: 'resolved' } },
    { hours: 20, deed: { do: 'write', letter: smallLetter(use, 'again') } },
  ]
}

/** The same, and it is resolved once more. */
export function reopenedAndResolved(use: Use): Step[] {
  const by = workerOf(use)
  return [
    ...reopened(use),
    { hours: 2, deed: { do: 'reply', by, text: ourSecondAnswer(use, by), status: 'resolved' } },
    ...dealtWith(by),
  ]
}

/** The customer writes long after it was over: a new case begins by itself. */
export function writtenTooLate(use: Use): Step[] {
  return [...finalized(use), { hours: 70, deed: { do: 'write', letter: smallLetter(use, 'again') } }]
}
