import { after, DAY } from '#domain/kernel/moments.ts'
import { company, type PersonKey, type ProductName, productNames, serialLetters } from './company.ts'
import type { Customer } from './customers.ts'
import type { Dice } from './dice.ts'
import { fillIn, layOut, type Values } from './lay-out-text.ts'
import type { Language, Situation } from './situation.ts'
import { smallTalk } from './situations/small-talk.ts'
import type { Letter } from './story.ts'

/** One use of a situation: who writes, when, and what is filled in. */
export type Use = {
  key: string
  situation: Situation
  customer: Customer
  start: Date
  values: Values
  dice: Dice
  /** Who works on it, where that is not left to chance. */
  worker?: PersonKey
  /** Everybody's whole name. */
  names: Readonly<Record<PersonKey, string>>
}

const locales: Record<Language, string> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-PT',
  ja: 'ja-JP',
}

/** What stands in the places of a text: products, numbers, days before it was written. */
export function valuesFor(
  dice: Dice,
  customer: Pick<Customer, 'name' | 'language' | 'city' | 'company'>,
  start: Date,
  products: readonly ProductName[] = productNames.slice(0, 6),
): Values {
  const product = dice.pick(products)
  const { language, name } = customer
  const format = (options: Intl.DateTimeFormatOptions, daysAgo: number) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
      after(start, -daysAgo * DAY),
    )
  return {
    product,
    name,
    first: language === 'ja' ? name : (name.split(' ')[0] ?? name),
    city: customer.city,
    town: 'letters',
    company: customer.company ?? name,
    order: `CL-${dice.whole(41_000, 58_999)}`,
    serial: `${serialLetters[product]}${dice.whole(1, 4)}-${dice.whole(1000, 9999)}-${dice.whole(1000, 9999)}`,
    invoice: String(dice.whole(20_410, 20_999)),
    amount: `€ ${dice.whole(29, 640)}.${dice.pick(['00', '50', '90'])}`,
    date: format({ day: 'numeric', month: 'long' }, dice.whole(6, 21)),
    day: format({ weekday: 'long' }, dice.whole(1, 3)),
  }
}

/** The letter that begins it. Who writes for a firm signs with it, some write from a telephone, some with fonts. */
export function firstLetter(use: Use): Letter {
  const { situation, dice, values } = use
  const letter: Letter = {
    subject: layOut(situation.subject, values),
    text: layOut(situation.says, values) + signature(use),
  }
  if (situation.encloses) letter.encloses = situation.encloses
  return dice.chance(0.18) ? { ...letter, html: 'plain' } : letter
}

function signature({ customer, dice, situation }: Use): string {
  if (customer.company && dice.chance(0.7))
    return `\n\n-- \n${customer.name}\n${customer.company}, ${customer.city}\n${customer.address}`
  return dice.chance(0.12) ? `\n\n${smallTalk[situation.language].sentFrom}` : ''
}

/** What the customer writes to our answer: their own words, or thanks. */
export function backLetter(use: Use): Letter {
  return answering(use, use.situation.back ?? use.dice.pick(smallTalk[use.situation.language].thanks))
}

/** An answer of the customer in the words of small talk. */
export function smallLetter(use: Use, kind: 'thanks' | 'never' | 'chasers' | 'again'): Letter {
  return answering(use, use.dice.pick(smallTalk[use.situation.language][kind]))
}

function answering({ situation, values }: Use, text: string): Letter {
  const bare = layOut(situation.subject, values)
  return { subject: `${smallTalk[situation.language].re}${bare}`, text: layOut(text, values) }
}

/** Our first answer, or the second where the situation has one (else small talk), signed by a colleague. */
export function ourAnswer(use: Use, by: PersonKey): string {
  return signed(use, by, use.situation.answer)
}

/** What we say when the customer has written back. */
export function ourSecondAnswer(use: Use, by: PersonKey): string {
  return use.situation.answer2 ? signed(use, by, use.situation.answer2) : ourSmallTalk(use, by, 'welcome')
}

/** One of the things that we say in any case. */
export function ourSmallTalk(use: Use, by: PersonKey, kind: 'welcome' | 'reminders' | 'looking'): string {
  return signed(use, by, use.dice.pick(smallTalk[use.situation.language][kind]))
}

function signed({ situation, values, names }: Use, by: PersonKey, text: string): string {
  const { greeting, closing } = smallTalk[situation.language]
  const first = names[by].split(' ')[0] ?? names[by]
  return `${fillIn(greeting, values)}\n\n${layOut(text, values)}\n\n${closing}\n${first}\n${company.care}`
}

/** A remark between colleagues: `@First` becomes the whole name by which people are mentioned. */
export function remark(use: Pick<Use, 'names' | 'values'>, text: string): string {
  const whole = Object.values(use.names)
  return layOut(text, use.values).replace(/@(\p{L}+)/gu, (typed, first: string) => {
    const name = whole.find(candidate => candidate.split(' ')[0] === first)
    return name ? `@${name}` : typed
  })
}
