import type { Breach } from '#tools/source/breach.ts'
import { areaOf, idsIn, type Rule, type RuleBook } from '#tools/spec/ids.ts'
import type { Title } from '#tools/spec/titles.ts'

/** Which tests name which rule, and which names belong to no rule. */
export type Coverage = { byRule: ReadonlyMap<string, Title[]>; strangers: { id: string; title: Title }[] }

/** Finds the ids of the rule book in the titles. */
export function coverageOf(book: RuleBook, titles: readonly Title[]): Coverage {
  const known = new Set([...book.product, ...book.survival].map(rule => rule.id))
  const byRule = new Map<string, Title[]>()
  const strangers: Coverage['strangers'] = []
  for (const title of titles) {
    const ids = idsIn(title.title, known)
    for (const id of ids.known) byRule.set(id, [...(byRule.get(id) ?? []), title])
    for (const id of ids.unknown) strangers.push({ id, title })
  }
  return { byRule, strangers }
}

/** Seed rules of built areas that no test names, areas that do not exist, and ids in titles that are no rule. */
export function gapsIn(book: RuleBook, builtAreas: readonly string[], coverage: Coverage): Breach[] {
  const areas = new Set(book.product.map(rule => areaOf(rule.id)))
  const stray = builtAreas
    .filter(area => !areas.has(area))
    .map(area => ({
      path: 'house.json',
      line: 1,
      rule: 'area',
      what: `builtAreas: no rules begin with ${area}`,
    }))
  const open = book.product
    .filter(rule => rule.mark.startsWith('seed') && builtAreas.includes(areaOf(rule.id)))
    .filter(rule => !coverage.byRule.has(rule.id))
    .map(rule => ({
      path: 'docs/spec-ids.json',
      line: 1,
      rule: 'untested',
      what: `${rule.id} (${rule.mark}) is built, but no test names it: write one`,
    }))
  const strange = coverage.strangers.map(({ id, title }) => ({
    path: title.path,
    line: 1,
    rule: 'stranger',
    what: `'${title.title}' names ${id}, which is no rule`,
  }))
  return [...stray, ...open, ...strange]
}

/** The page docs/spec-coverage.md. */
export function coveragePage(book: RuleBook, coverage: Coverage): string {
  return [
    '# Which test proves which rule',
    '',
    'Made by `node tools/spec-coverage.ts` from the titles of all tests; do not edit.',
    'A transition `T7` of the state machine is written `SM-T7`, because `T7` is a case of threading to survive.',
    '',
    ...sectionOf('What Docket does', book.product, coverage),
    ...sectionOf('What Docket survives', book.survival, coverage),
  ].join('\n')
}

function sectionOf(heading: string, rules: readonly Rule[], coverage: Coverage): string[] {
  const proven = rules.filter(rule => coverage.byRule.has(rule.id)).length
  const rows = rules.map(rule => `| ${rule.id} | ${rule.mark} | ${testsOf(rule, coverage)} |`)
  return [
    `## ${heading}`,
    '',
    `${proven} of ${rules.length} are named by a test.`,
    '',
    '| Rule | Mark | Tests |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ]
}

function testsOf(rule: Rule, coverage: Coverage): string {
  const tests = (coverage.byRule.get(rule.id) ?? []).map(one => `${one.path}: ${inCell(one.title)}`)
  return [...new Set(tests)].sort().join('<br>')
}

function inCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<]/g, sign => `\\${sign}`)
}
