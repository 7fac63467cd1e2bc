import { after, DAY } from '#domain/kernel/moments.ts'
import { type PersonKey, teamsOfOwner, workersOf } from './company.ts'
import { type Customer, customers } from './customers.ts'
import { castDice, type Dice } from './dice.ts'
import { awake, layInTime, type Step } from './office-hours.ts'
import { type Row, rows } from './plan-table.ts'
import type { Situation } from './situation.ts'
import { coffeeMachines } from './situations/coffee-machines.ts'
import { french } from './situations/french.ts'
import { german } from './situations/german.ts'
import { invoices } from './situations/invoices.ts'
import { japanese } from './situations/japanese.ts'
import { kettles } from './situations/kettles.ts'
import { moods } from './situations/moods.ts'
import { offices } from './situations/offices.ts'
import { orders } from './situations/orders.ts'
import { portuguese } from './situations/portuguese.ts'
import { questions } from './situations/questions.ts'
import { returns } from './situations/returns.ts'
import { shopMessages } from './situations/shop-messages.ts'
import { spanish } from './situations/spanish.ts'
import type { Story } from './story.ts'
import { afterOpening, withDeadline } from './tell-more-cases.ts'
import { type Use, valuesFor } from './word-letters.ts'

/** Everything that somebody may write about. */
export const situations: readonly Situation[] = [
  ...kettles,
  ...coffeeMachines,
  ...orders,
  ...returns,
  ...invoices,
  ...offices,
  ...questions,
  ...moods,
  ...german,
  ...french,
  ...spanish,
  ...portuguese,
  ...japanese,
  ...shopMessages,
]

type Slot = { row: Row; days: number; key: string }

/**
 * What customers wrote in the last six weeks and what became of it. The youngest stories are dealt their
 * situations first, each once before any comes again: nobody reads the same twice on the first pages.
 */
export function planStories(now: Date, names: Readonly<Record<PersonKey, string>>): Story[] {
  const dice = castDice(20_417)
  const slots = slotsOf(dice).toSorted((one, other) => one.days - other.days)
  const deal = dealer(dice, situations)
  const find = customerFinder(dice)
  return slots.map((slot, index) => {
    const situation = deal(candidate => fits(candidate, slot.row))
    const customer = find(situation)
    const start = awake(after(now, -slot.days * DAY))
    const values = valuesFor(dice, customer, start, situation.products)
    const { worker } = slot.row
    const use: Use = {
      key: slot.key,
      situation,
      customer,
      start,
      values,
      dice,
      names,
      ...(worker ? { worker } : {}),
    }
    const steps = adorned(use, slot.row.tell(use), { now, slot, index })
    return storyOf(use, layInTime(start, now, steps))
  })
}

function slotsOf(dice: Dice): Slot[] {
  return rows.flatMap(row => {
    const [youngest, oldest] = row.days
    const step = (oldest - youngest) / row.count
    return Array.from({ length: row.count }, (_none, at) => ({
      row,
      key: `${row.kind} ${at + 1}`,
      days: youngest + step * (at + dice.roll()),
    }))
  })
}

function fits(situation: Situation, { from, only, worker }: Row): boolean {
  const { box, team, type, priority } = situation
  if (from === 'mail' ? box === 'shop' : box !== from) return false
  if ((priority === 'critical') !== (only === 'emergencies')) return false
  if (worker && !teamsOfOwner.includes(team)) return false
  return only !== 'faults' || (team === 'Technical' && type === 'Support')
}

/** Deals from a shuffled deck; what was dealt goes to the bottom. */
function dealer<Card>(dice: Dice, cards: readonly Card[]): (wanted: (card: Card) => boolean) => Card {
  const deck = dice.shuffled(cards)
  return wanted => {
    const at = deck.findIndex(wanted)
    const [card] = at < 0 ? [] : deck.splice(at, 1)
    if (card === undefined) throw new Error('No situation fits.')
    deck.push(card)
    return card
  }
}

function customerFinder(dice: Dice): (situation: Situation) => Customer {
  const deal = dealer(dice, customers)
  return situation => {
    const forFirm = `${situation.subject}${situation.says}`.includes('{company}')
    return deal(one => one.language === situation.language && (!forFirm || one.company !== undefined))
  }
}

/** Some cases get a deadline, a follower, a campaign or another priority on their way. */
function adorned(use: Use, steps: Step[], place: { now: Date; slot: Slot; index: number }): Step[] {
  const { now, slot, index } = place
  const { deadline } = slot.row
  if (!steps.some(step => step.deed.do === 'open')) return steps
  const active = !/^(owner: )?(finalized|resolved|closed|canceled)/u.test(use.key)
  if (deadline !== undefined) return withDeadline(use, steps, now, deadline)
  if (active && index % 4 === 1) {
    const missed = slot.days > 1.2 && index % 8 === 1
    return withDeadline(use, steps, now, missed ? -3 - (index % 5) * 4 : 6 + (index % 9) * 13)
  }
  if (index % 7 === 2) return afterOpening(use, steps, { do: 'follow', by: 'maren', who: followerFor(use) })
  if (index % 7 === 4) return afterOpening(use, steps, { do: 'add tag', by: 'maren', tag: campaignFor(use) })
  if (index % 11 === 5) {
    const priority = index % 2 === 0 ? 'very_high' : 'high'
    return afterOpening(use, steps, { do: 'set priority', by: 'maren', priority })
  }
  return steps
}

/** Campaigns with which cases are marked, besides their tags. */
export const campaigns = ['Trade-in weeks', 'Switch lot 0731', 'Ten years of Heron'] as const

function campaignFor(use: Use): string {
  if (use.situation.tags?.includes('power')) return campaigns[1]
  return use.values.product === 'Heron' ? campaigns[2] : campaigns[0]
}

function followerFor(use: Use): PersonKey {
  if (use.situation.box === 'billing') return 'kwame'
  return use.dice.chance(0.5) ? 'owner' : use.dice.pick(workersOf['Front desk'])
}

function storyOf(use: Use, beats: Story['beats']): Story {
  const { box, language } = use.situation
  const { name, address } = use.customer
  return { key: use.key, box, language, writer: { name, address }, beats }
}
