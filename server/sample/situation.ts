import type { Priority } from '#domain/cases/priority.ts'
import type { builtInTypes } from '#domain/cases/types.ts'
import type { ProductName, TeamName } from './company.ts'

/** Languages in which the customers of the sample company write. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja'] as const
export type Language = (typeof languages)[number]

/** The channels through which customers write. */
export type Box = 'support' | 'billing' | 'shop'

/** What a customer may enclose. */
export type Enclosure = 'photo' | 'receipt' | 'note'

/**
 * One thing that somebody writes about, with what follows from it. Texts are laid out as in
 * `lay-out-text.ts`: paragraphs apart by empty lines, `|` begins a new line, `{product}` and the like are
 * filled in for each use.
 */
export type Situation = {
  language: Language
  box: Box
  team: TeamName
  type: (typeof builtInTypes)[number]
  subject: string
  /** The first message, with its greeting and its name. */
  says: string
  /** What we answer; greeting and signature are added. */
  answer: string
  /** What the customer writes to that, and what we say then. */
  back?: string
  answer2?: string
  /** What a colleague remarks inside the case. */
  note?: string
  priority?: Priority
  tags?: readonly string[]
  products?: readonly ProductName[]
  encloses?: Enclosure
}

/** What the situations of one theme have in common. */
type Theme = Pick<Situation, 'language' | 'box' | 'team' | 'type'> &
  Partial<Pick<Situation, 'tags' | 'products'>>

/** Situations of a theme: each says only what it has of its own. */
export function themed(
  theme: Theme,
  situations: readonly (Partial<Theme> & Omit<Situation, keyof Theme>)[],
): Situation[] {
  return situations.map(situation => ({ ...theme, ...situation }))
}
