export type Values = Readonly<Record<string, string>>

/**
 * A text as it was typed in these files, made into one that a person might send: indentation gone, lines of
 * a paragraph joined, a line that begins with `|` on its own, and `{name}` and the like filled in.
 */
export function layOut(text: string, values: Values): string {
  const paragraphs = text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
    .split(/\n{2,}/u)
  return fillIn(paragraphs.map(joined).join('\n\n'), values)
}

function joined(paragraph: string): string {
  return paragraph.replace(/\n(?!\|)/gu, ' ').replace(/^\|/gmu, '')
}

/** Puts values into their places. Throws when a text asks for one that there is not. */
export function fillIn(text: string, values: Values): string {
  return text.replace(/\{([a-z]+)\}/gu, (_whole, key: string) => {
    const value = values[key]
    if (value === undefined) throw new Error(`A sample text asks for {${key}}, which is not known there.`)
    return value
  })
}
