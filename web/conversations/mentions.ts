import type { Reference } from '#domain/kernel/shapes.ts'

/** The letters after an @ that is being typed just before the caret, in lower case; null when none is. */
export function mentionAt(text: string, caret: number): string | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret))
  return found ? found[1]!.toLowerCase() : null
}

/** Puts a name in the place of the @ that is being typed. */
export function insertMention(text: string, caret: number, name: string): string {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('@')
  const rest = text.slice(caret)
  return `${before.slice(0, start)}@${name}${rest.startsWith(' ') ? '' : ' '}${rest}`
}

/** The ids of the people whose names stand behind an @ in the text. */
export function mentionedIn(text: string, people: readonly Reference[]): string[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  let rest = text
  return longestFirst
    .filter(person => {
      const has = rest.includes(`@${person.name}`)
      if (has) rest = rest.replaceAll(`@${person.name}`, '')
      return has
    })
    .map(person => person.id)
}
