/** A rule's id and what it rests on: `seed S`, `decision`, `nbr C`; `core` or `catalogue` for what must be survived. */
export type Rule = { id: string; mark: string }

/** The rules in docs/spec-ids.json: `product` says what Docket does, `survival` what it withstands. */
export type RuleBook = { product: Rule[]; survival: Rule[] }

/**
 * Reads the ids from the page of the product's rules: paragraphs `- **AC-13** [seed A] …`, and the rows of its tables
 * of transitions (`T7`, written `SM-T7` everywhere else), disagreements (`D-05`) and questions (`Q-01`).
 */
export function productRulesIn(page: string): Rule[] {
  return page.split('\n').flatMap(line => {
    const paragraph = /^- \*\*([A-Z]{2,3}-\d{2})\b[^*]*\*\*(.*)$/.exec(line)
    if (paragraph?.[1]) return [{ id: paragraph[1], mark: marksIn(paragraph[2] ?? '') }]
    const row = /^\| (T\d{1,2}|[DQ]-\d{2}) \|/.exec(line)?.[1]
    if (!row) return []
    return [row.startsWith('T') ? { id: `SM-${row}`, mark: 'transition' } : { id: row, mark: 'decision' }]
  })
}

function marksIn(text: string): string {
  const marks = [...text.matchAll(/\[((?:seed|nbr) [SECAB]|decision)\]/g)].map(match => match[1] ?? '')
  return marks.length === 0 ? 'beyond' : [...new Set(marks)].join(', ')
}

/** Reads the ids from the page of attacks and faults: rows `| B1 | …` of promises, lines `H2 (G) …` of cases. */
export function survivalRulesIn(page: string): Rule[] {
  return page.split('\n').flatMap(line => {
    const promise = /^\| (B\d{1,2}) \|/.exec(line)?.[1]
    if (promise) return [{ id: promise, mark: 'promise' }]
    const single = /^([A-Z]\d{1,2}d?) (\(G\) )?\S/.exec(line)
    return single?.[1] ? [{ id: single[1], mark: single[2] ? 'core' : 'catalogue' }] : []
  })
}

/** The area of a rule: the letters in front of its number. */
export function areaOf(id: string): string {
  return /^[A-Z]+/.exec(id)?.[0] ?? id
}

/** The ids in a title, each once. `known` decides; an id of a known area that is not known is `unknown`. */
export function idsIn(title: string, known: ReadonlySet<string>): { known: string[]; unknown: string[] } {
  const areas = new Set([...known].filter(id => id.includes('-')).map(areaOf))
  const words = new Set([...title.matchAll(/\b[A-Z]{1,3}-?T?\d{1,2}d?\b/g)].map(match => match[0]))
  const mistaken = [...words].filter(id => !known.has(id) && id.includes('-') && areas.has(areaOf(id)))
  return { known: [...words].filter(id => known.has(id)), unknown: mistaken }
}
