/** Made-up text that behaves like mail: few words very often, many words seldom. The same in every run. */
export type Texts = {
  readonly bodies: readonly string[]
  readonly subjects: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
}

const common =
  'the and to of my I is it you for on have not with that this was but your we are be in a at please order from can me so if when or has been as there will an would no could they which account invoice again refund payment what yesterday still since received delivery address password customer today email never number back help need want problem login charged twice card address subscription week month device error page update contract waiting'.split(
    ' ',
  )

/** Texts for a seeding. Bodies have about 65 words. */
export function makeTexts(): Texts {
  const random = randomFrom(20_260_101)
  const words = [...common, ...Array.from({ length: 6_000 }, () => makeWord(random))]
  const word = () => words[zipf(random, words.length)]!
  const sentence = (length: number) => capital(Array.from({ length }, word).join(' '))
  const body = () =>
    Array.from({ length: 3 + Math.floor(random() ** 2 * 10) }, () =>
      sentence(6 + Math.floor(random() * 10)),
    ).join('. ')
  return {
    bodies: Array.from({ length: 20_000 }, () => `${body()}.`),
    subjects: Array.from({ length: 4_000 }, () => sentence(3 + Math.floor(random() * 6))),
    firstNames: Array.from({ length: 40 }, () => capital(makeWord(random))),
    lastNames: Array.from({ length: 40 }, () => capital(makeWord(random))),
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A rank from 0 to size - 1; rank r comes up about 1 / r times as often as the first. */
function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor((size + 1) ** random()) - 1)
}

const onsets = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'gr',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const codas = ['', '', 'n', 'r', 's', 'l', 'm', 'nd', 'rt']

function makeWord(random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const syllables = 1 + Math.floor(random() * 3) + (random() < 0.3 ? 1 : 0)
  return Array.from({ length: syllables }, () => one(onsets) + one(vowels) + one(codas)).join('')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
