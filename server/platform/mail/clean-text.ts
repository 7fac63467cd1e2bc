import { oneLine, storable } from '#domain/kernel/text.ts'

/** C0 and C1 controls except tab and the line breaks. */
const controls = /(?![\t\n\r])\p{Cc}/gu
/** Characters that turn the reading direction around or hide text in a name (F3, H10). */
const disguises = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
/** Emoji and Persian need these in names of people; names of files do without. */
const joiners = /[\u200c\u200d]/gu
const forbiddenInNames = /[<>:"/\\|?*]/gu
const reservedNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/iu

/** Text of many lines as people may read it and PostgreSQL can keep it: line breaks become `\n`. */
export function cleanText(text: string): string {
  return storable(text.replace(/\r\n?/gu, '\n').replace(controls, ''))
}

/** One line without controls, at most `limit` characters; an ellipsis says that more came. */
export function cleanLine(text: string, limit: number): string {
  // Unbounded input is cut before the costly steps; white space may shrink it, hence the margin.
  const line = oneLine(storable(text.slice(0, limit * 8).replace(controls, ' ')))
  return line.length <= limit ? line : `${wholeStart(line, limit - 1)}…`
}

/** A name of a person: one line that cannot turn its surroundings around. */
export function cleanName(text: string, limit: number): string {
  return cleanLine(text.slice(0, limit * 8).replace(disguises, ''), limit)
}

/** A file's name that is safe to show and to save: no path, no trick, never empty (F3). */
export function cleanFileName(name: string | null, fallback: string, limit: number): string {
  const tail =
    (name ?? '')
      .slice(-limit * 8)
      .split(/[/\\]/u)
      .at(-1) ?? ''
  const bare = cleanName(tail, limit * 8)
    .replace(joiners, '')
    .replace(forbiddenInNames, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  if (bare === '') return fallback
  const safe = reservedNames.test(bare) ? `_${bare}` : bare
  return safe.length <= limit ? safe : shortenKeepingEnding(safe, limit)
}

function shortenKeepingEnding(name: string, limit: number): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  return `${wholeStart(name, limit - ending.length - 1)}…${ending}`
}

/** The first `length` characters without cutting a surrogate pair in half. */
export function wholeStart(text: string, length: number): string {
  return text.slice(0, length).toWellFormed() === text.slice(0, length)
    ? text.slice(0, length)
    : text.slice(0, length - 1)
}
