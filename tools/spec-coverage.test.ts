import { expect, test } from 'vitest'
import { coverageOf, coveragePage, gapsIn } from '#tools/spec/coverage.ts'
import { productRulesIn, survivalRulesIn } from '#tools/spec/ids.ts'
import { titlesIn } from '#tools/spec/titles.ts'

const productPage = `
- **AC-01** [seed A] Text. [decision] More.
- **AC-02** [decision] Text with AC-01.
- **IN-14** [nbr S] One. [nbr C] Two.
- **BY-01 Why?** Text.
| T3 | new | open |
| D-05 | Topic | text |
| Q-01 | Question | text |
| A27a | statement | AC-01 |
`
const survivalPage = `
| B1 | promise |
A1 (G) Core.
B1d (G) Core too.
T3 Not core.
Text that begins with T4 is no line of the list.
`
const book = { product: productRulesIn(productPage), survival: survivalRulesIn(survivalPage) }

function proven(text: string): Record<string, string[]> {
  const { byRule } = coverageOf(book, titlesIn({ path: 'a.test.ts', text }))
  return Object.fromEntries([...byRule].map(([id, titles]) => [id, titles.map(one => one.title)]))
}

test('the ids and marks are read from the pages', () => {
  expect(book.product.map(rule => `${rule.id} ${rule.mark}`)).toEqual([
    'AC-01 seed A, decision',
    'AC-02 decision',
    'IN-14 nbr S, nbr C',
    'BY-01 beyond',
    'SM-T3 transition',
    'D-05 decision',
    'Q-01 decision',
  ])
  expect(book.survival.map(rule => `${rule.id} ${rule.mark}`)).toEqual([
    'B1 promise',
    'A1 core',
    'B1d core',
    'T3 catalogue',
  ])
})

test('a transition is not taken for a case of threading', () => {
  expect(Object.keys(proven(`test('SM-T3: claims', () => {})`))).toEqual(['SM-T3'])
  expect(Object.keys(proven(`test('T3: stays', () => {})`))).toEqual(['T3'])
  expect(Object.keys(proven(`test('B1d, not B1d2 or XB1', () => {})`))).toEqual(['B1d'])
})

test('titles of tests count, whichever way they are written', () => {
  const ways = [`it('AC-01 a', f)`, `test.concurrent(\`AC-01 a\`, f)`, `test('AC-01 a', { timeout: 1 }, f)`]
  for (const way of ways) expect(proven(way)).toEqual({ 'AC-01': ['AC-01 a'] })
  expect(proven(`describe('AC-01', () => { test('a', f); it('b', f) })`)).toEqual({
    'AC-01': ['AC-01 > a', 'AC-01 > b'],
  })
  expect(proven(`test.describe('AC-01', () => { test('A1', f) })`)).toEqual({
    'AC-01': ['AC-01 > A1'],
    A1: ['AC-01 > A1'],
  })
})

test('rows of a table count where they are written out', () => {
  expect(proven(`test.each([['AC-01', 1], ['AC-02', 2]])('%s: %d', f)`)).toEqual({
    'AC-01': ['AC-01: %d'],
    'AC-02': ['AC-02: %d'],
  })
  expect(proven(`const rows = [{ id: 'AC-01' }] as const\ntest.each(rows)('$id: x', f)`)).toEqual({
    'AC-01': ['AC-01: x'],
  })
  expect(proven(`test.each(['A1'])('AC-02: %s', f)`)).toEqual({ 'AC-02': ['AC-02: A1'], A1: ['AC-02: A1'] })
})

test('nothing else counts', () => {
  expect(
    proven(`// AC-01\nconst a = 'AC-01'\nrun('AC-01', f)\ntest('AC-01')\ndescribe('AC-01', () => {})`),
  ).toEqual({})
})

test('a built area wants a test for each of its seed rules', () => {
  const rules = (text: string, areas: string[]) =>
    gapsIn(book, areas, coverageOf(book, titlesIn({ path: 'a.test.ts', text }))).map(one => one.rule)
  expect(rules('', [])).toEqual([])
  expect(rules('', ['AC', 'IN'])).toEqual(['untested'])
  expect(rules(`test('AC-01', f)`, ['AC'])).toEqual([])
  expect(rules('', ['ZZ'])).toEqual(['area'])
  expect(rules(`test('AC-99 in UTF-8', f)`, [])).toEqual(['stranger'])
})

test('the page shows every rule with its tests', () => {
  const page = coveragePage(
    book,
    coverageOf(book, titlesIn({ path: 'a.test.ts', text: `test('AC-01 a|b', f)` })),
  )
  expect(page).toContain('| AC-01 | seed A, decision | a.test.ts: AC-01 a\\|b |')
  expect(page).toContain('| AC-02 | decision |  |')
  expect(page).toContain('1 of 7 are named by a test.')
})
