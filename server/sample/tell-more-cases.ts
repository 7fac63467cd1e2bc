import { after, HOUR } from '#domain/kernel/moments.ts'
import { type PersonKey, workersOf } from './company.ts'
import type { Step } from './office-hours.ts'
import { handovers, questionsToOwner, remarks } from './situations/colleagues-say.ts'
import type { Deed, Fate } from './story.ts'
import { begun, workerOf } from './tell-cases.ts'
import {
  backLetter,
  ourAnswer,
  ourSecondAnswer,
  ourSmallTalk,
  remark,
  smallLetter,
  type Use,
} from './word-letters.ts'

/** Handed from one colleague to another with a word of why. */
export function handedOver(use: Use): Step[] {
  const by = workerOf(use)
  const workers = workersOf[use.situation.box === 'billing' ? 'Billing' : use.situation.team]
  const to = workers.find(key => key !== by)!
  const text = `@${use.names[to]} ${use.dice.pick(handovers)}`
  return [
    ...begun(use),
    { hours: 1, deed: { do: 'claim', by } },
    { hours: 2, deed: { do: 'reply', by, text: ourSmallTalk(use, by, 'looking') } },
    { hours: 3, deed: { do: 'comment', by, text } },
    { hours: 0.1, deed: { do: 'assign', by, to } },
    { hours: 4, deed: { do: 'comment', by: to, text: use.dice.pick(remarks) } },
  ]
}

/** Begun at the front desk, then given to the workshop. */
export function escalated(use: Use): Step[] {
  const to = use.dice.pick(['helene', 'dev', 'kwame'] as const)
  const asked = `@${use.names[to]} this needs somebody with a screwdriver.`
  return [
    ...begun({ ...use, situation: { ...use.situation, team: 'Front desk' } }),
    { hours: 1, deed: { do: 'claim', by: 'tomas' } },
    { hours: 1, deed: { do: 'comment', by: 'tomas', text: asked } },
    { hours: 0.1, deed: { do: 'assign', by: 'tomas', to, team: 'Technical' } },
    { hours: 5, deed: { do: 'reply', by: to, text: ourAnswer(use, to), status: 'waiting' } },
  ]
}

/** A long back and forth that is not over yet. */
export function longThread(use: Use, worker: PersonKey = workerOf(use)): Step[] {
  const by = worker
  const reply = (text: string): Deed => ({ do: 'reply', by, text, status: 'waiting' })
  return [
    ...taken(use, by),
    { hours: 2, deed: reply(ourSmallTalk(use, by, 'looking')) },
    { hours: 20, deed: { do: 'write', letter: smallLetter(use, 'chasers') } },
    { hours: 2, deed: reply(ourAnswer(use, by)) },
    { hours: 8, deed: { do: 'write', letter: backLetter(use) } },
    { hours: 1, deed: { do: 'complete', by } },
    { hours: 1, deed: reply(ourSecondAnswer(use, by)) },
    { hours: 22, deed: { do: 'write', letter: smallLetter(use, 'again') } },
  ]
}

/** Begun, and given to somebody by the supervisor. */
function taken(use: Use, by: PersonKey): Step[] {
  return [...begun(use), { hours: 1, deed: { do: 'assign', by: 'maren', to: by } }]
}

/** What the owner has on the desk: given and not yet looked at. */
export function givenToOwner(use: Use): Step[] {
  return taken(use, 'owner')
}

/** Given to the owner with a question of a colleague: one of those there are. */
export function ownerAsked(use: Use, question: number): Step[] {
  const text = remark(use, `@${use.names.owner} ${questionsToOwner[question] ?? ''}`)
  return [...taken(use, 'owner'), { hours: 1, deed: { do: 'comment', by: 'kwame', text } }]
}

/** The owner has answered; how the reply fared. */
export function ownerAnswered(use: Use, fate: Fate): Step[] {
  const text = ourAnswer(use, 'owner')
  return [...taken(use, 'owner'), { hours: 2, deed: { do: 'reply', by: 'owner', text, fate } }]
}

/** The owner has answered and the customer has answered back. */
export function ownerAnsweredBack(use: Use): Step[] {
  const text = ourAnswer(use, 'owner')
  return [
    ...taken(use, 'owner'),
    { hours: 2, deed: { do: 'reply', by: 'owner', text, status: 'waiting' } },
    { hours: 6, deed: { do: 'write', letter: backLetter(use) } },
  ]
}

/** Resolved by the owner and opened again by the customer. */
export function ownerReopened(use: Use): Step[] {
  const text = ourAnswer(use, 'owner')
  return [
    ...taken(use, 'owner'),
    { hours: 2, deed: { do: 'reply', by: 'owner', text, status: 'resolved' } },
    { hours: 16, deed: { do: 'write', letter: smallLetter(use, 'again') } },
  ]
}

/** A back and forth of the owner's. */
export function ownerInLongThread(use: Use): Step[] {
  return longThread(use, 'owner')
}

/** Our answer waits for a server that is full. */
export function answerQueued(use: Use): Step[] {
  const by = workerOf(use)
  return [
    ...begun(use),
    { hours: 1, deed: { do: 'claim', by } },
    { hours: 1, deed: { do: 'reply', by, text: ourAnswer(use, by), status: 'waiting', fate: 'queued' } },
  ]
}

/** The same steps with a deadline set after the case was opened, so many hours from now (negative: missed). */
export function withDeadline(use: Use, steps: readonly Step[], now: Date, hoursFromNow: number): Step[] {
  const at = after(now, hoursFromNow * HOUR)
  at.setUTCMinutes(0, 0, 0)
  const deed: Deed = { do: 'set deadline', by: 'maren', at }
  return afterOpening(use, steps, deed)
}

/** The same steps with something done soon after the case was opened. */
export function afterOpening(use: Use, steps: readonly Step[], deed: Deed): Step[] {
  // A supervisor may do this whoever holds the case; in billing too.
  const at = steps.findIndex(step => step.deed.do === 'open') + 1
  if (at === 0) throw new Error(`There is no case to change in ${use.key}.`)
  return [...steps.slice(0, at), { hours: 0.1, deed }, ...steps.slice(at)]
}
