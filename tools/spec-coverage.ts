import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlan } from '#tools/house/plan.ts'
import { type Breach, reportBreaches } from '#tools/source/breach.ts'
import { isTest, isTypeScript, readTree, repositoryRoot } from '#tools/source/files.ts'
import { coverageOf, coveragePage, gapsIn } from '#tools/spec/coverage.ts'
import { productRulesIn, type Rule, type RuleBook, survivalRulesIn } from '#tools/spec/ids.ts'
import { titlesIn } from '#tools/spec/titles.ts'

const usage = `node tools/spec-coverage.ts            writes docs/spec-coverage.md
node tools/spec-coverage.ts --check    fails if it is out of date or a built rule has no test
node tools/spec-coverage.ts --ids <page of the product's rules> <page of what must be survived>
                                       writes docs/spec-ids.json, the list of all rules`

const idsPath = join(repositoryRoot, 'docs/spec-ids.json')
const pagePath = join(repositoryRoot, 'docs/spec-coverage.md')

function writeIds(productPage: string, survivalPage: string): void {
  const product = productRulesIn(readFileSync(productPage, 'utf8'))
  const survival = survivalRulesIn(readFileSync(survivalPage, 'utf8'))
  const lines = (rules: Rule[]) =>
    rules.map(({ id, mark }) => `    { "id": "${id}", "mark": "${mark}" }`).join(',\n')
  writeFileSync(
    idsPath,
    `{\n  "product": [\n${lines(product)}\n  ],\n  "survival": [\n${lines(survival)}\n  ]\n}\n`,
  )
  console.log(`docs/spec-ids.json lists ${product.length} rules and ${survival.length} faults to survive.`)
}

function holdsTests(path: string): boolean {
  return isTest(path) || (isTypeScript(path) && /^tests\/(journeys|faults)\//.test(path))
}

function staleness(page: string): Breach[] {
  if (existsSync(pagePath) && readFileSync(pagePath, 'utf8') === page) return []
  const what = 'is out of date: run node tools/spec-coverage.ts'
  return [{ path: 'docs/spec-coverage.md', line: 1, rule: 'stale', what }]
}

function cover(checking: boolean): void {
  const book = JSON.parse(readFileSync(idsPath, 'utf8')) as RuleBook
  const coverage = coverageOf(book, readTree(repositoryRoot, holdsTests).flatMap(titlesIn))
  // A title may hold half of a surrogate pair (H13), which no file can keep.
  const page = coveragePage(book, coverage).toWellFormed()
  const gaps = gapsIn(book, readPlan(repositoryRoot).builtAreas, coverage)
  if (!checking) writeFileSync(pagePath, page)
  const all = book.product.length + book.survival.length
  reportBreaches(
    [...gaps, ...staleness(page)],
    `${coverage.byRule.size} of ${all} rules are named by a test.`,
  )
}

const [mode, productPage, survivalPage] = process.argv.slice(2)
if (mode === '--ids' && productPage && survivalPage) writeIds(productPage, survivalPage)
else if (mode === undefined || mode === '--check') cover(mode === '--check')
else {
  console.error(usage)
  process.exitCode = 2
}
