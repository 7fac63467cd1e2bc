import { oneLine, shorten } from '#domain/kernel/text.ts'
import { visibleText } from './quotes.ts'

const longest = 200

/** The first words that a message itself says, for rows of lists: without what it quotes, unless it only quotes. */
export function visibleStart(text: string): string {
  const start = text.slice(0, 20_000)
  const visible = visibleText(start)
  return shorten(oneLine((visible.trim() === '' ? start : visible).slice(0, longest * 10)), longest)
}
