import type { PersonKey } from './company.ts'
import { workersOf } from './company.ts'
import type { Step } from './office-hours.ts'
import { backLetter, firstLetter, ourAnswer, smallLetter, type Use } from './word-letters.ts'

/** Somebody who answers the mail of this situation without making a case of it. */
function answerer(use: Use): PersonKey {
  const { box, team } = use.situation
  return use.dice.pick(workersOf[box === 'billing' ? 'Billing' : team])
}

/** Answered from the inbox and done; some customers say thank you. */
export function answeredFromInbox(use: Use): Step[] {
  const by = answerer(use)
  const steps: Step[] = [
    { hours: 0, deed: { do: 'write', letter: firstLetter(use) } },
    { hours: use.dice.between(0.6, 7), deed: { do: 'answer', by, text: ourAnswer(use, by) } },
    { hours: 0, deed: { do: 'complete', by } },
  ]
  if (!use.dice.chance(0.45)) return steps
  const letter = use.dice.chance(0.7) ? backLetter(use) : smallLetter(use, 'thanks')
  return [
    ...steps,
    { hours: use.dice.between(2, 26), deed: { do: 'write', letter } },
    { hours: use.dice.between(0.5, 5), deed: { do: 'complete', by } },
  ]
}

/** Nobody has got to it yet. */
export function stillWaiting(use: Use): Step[] {
  return [{ hours: 0, deed: { do: 'write', letter: firstLetter(use) } }]
}

/** Nobody has got to it for so long that the customer writes again. */
export function askedAgain(use: Use): Step[] {
  return [
    ...stillWaiting(use),
    { hours: use.dice.between(24, 60), deed: { do: 'write', letter: smallLetter(use, 'chasers') } },
  ]
}

/** From the shop's form, seen and dealt with there. */
export function handedInAndDone(use: Use): Step[] {
  return [...handedIn(use), { hours: use.dice.between(0.3, 5), deed: { do: 'complete', by: answerer(use) } }]
}

/** From the shop's form, waiting. */
export function handedIn(use: Use): Step[] {
  const { subject, text } = firstLetter(use)
  return [{ hours: 0, deed: { do: 'hand in', subject, text } }]
}
