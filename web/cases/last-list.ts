import type { CasesSearch } from './search.ts'

/** The list from which a case was opened: to go back to it, and on to its neighbours. */
export type LastList = { search: CasesSearch; numbers: readonly number[] }

let last: LastList = { search: {}, numbers: [] }

/** Remembers what the list shows. */
export function rememberList(list: LastList): void {
  last = list
}

/** The list that was on the screen last. */
export function lastList(): LastList {
  return last
}

/** The neighbour of a case in that list; undefined at its ends or when the case is not in it. */
export function neighbourOf(number: number, by: 1 | -1): number | undefined {
  const at = last.numbers.indexOf(number)
  return at < 0 ? undefined : last.numbers[at + by]
}
