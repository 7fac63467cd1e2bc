/** The values a check allows, as TypeScript spells them, and whether it speaks of the elements of an array. */
export type Literals = { values: string[]; ofElements: boolean }

const listing = /^(?:\S+ IS NULL OR )?\S+ (?:= ANY|(<@)) ARRAY ?\[([^\]]*)\]$/
const single = /^(?:\S+ IS NULL OR )?\S+ = ([?\d-]+)$/

/**
 * The values that a check on one column allows: `col in (…)`, `col = '…'` or `col <@ array[…]`, with or without
 * `col is null or`; null when it says anything else. `definition` is what pg_get_constraintdef gives.
 */
export function literalsIn(definition: string): Literals | null {
  const texts: string[] = []
  const bare = definition
    .replace(/'((?:[^']|'')*)'/g, (_all, text: string) => `?${texts.push(text.replaceAll("''", "'")) - 1}`)
    .replace(/^CHECK\s*/, '')
    .replace(/::("char"|[a-z_]+(?: [a-z_]+)*)(\(\d+\))?(\[\])?/g, '')
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const list = listing.exec(bare)
  const items = list ? (list[2] ?? '').split(',') : [single.exec(bare)?.[1] ?? '']
  const values = items.map(item => allowedValue(item.trim(), texts))
  if (values.includes(null)) return null
  return { values: values.filter(value => value !== null), ofElements: list?.[1] !== undefined }
}

function allowedValue(item: string, texts: readonly string[]): string | null {
  if (/^-?\d+$/.test(item)) return item
  const at = /^\?(\d+)$/.exec(item)?.[1]
  const text = at === undefined ? undefined : texts[Number(at)]
  return text === undefined ? null : quoted(text)
}

/** A string literal as TypeScript spells it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`
}
