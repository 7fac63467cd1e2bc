import { describe, expect, test } from 'vitest'
import { inspectStyle } from '#tools/style/inspect.ts'

/** The rules that a file breaks, each as `rule:line`. */
function faults(path: string, text: string): string[] {
  return inspectStyle([], [{ path, text }]).map(one => `${one.rule}:${one.line}`)
}

const documented = '/** Adds one. */\nexport function next(n: number): number {\n  return n + 1\n}\n'
const mark = (letters: string) => [...letters].join('')
const dir = (name: string) => `/${name}/`

test('clean files pass', () => {
  expect(faults('domain/cases/a.ts', documented)).toEqual([])
  expect(faults('web/ui/a.tsx', 'export function Button() {\n  return <b>any</b>\n}\n')).toEqual([])
  expect(faults('README.md', `Run it with npm start. See /api/v1${dir('work')}next.\n`)).toEqual([])
  expect(faults('tests/a.test.ts', `test('waits', () => { test.setTimeout(9); only(skip.it) })\n`)).toEqual(
    [],
  )
})

describe('any', () => {
  test.each(['let a: any', 'x as any', 'f<any>()', 'type A = any[]', 'type A = Map<string, any>', ';<any>x'])(
    '%s',
    text => expect(faults('server/cases/a.ts', `const one = 1\n${text}\n`)).toEqual(['any:2']),
  )
  test('the word is free', () => {
    expect(faults('server/cases/a.ts', `// any of them\nconst any = 'as any'\n`)).toEqual([])
  })
})

describe('comments that silence a tool', () => {
  const at = '@ts-'
  test.each([`// ${at}ignore`, `// ${at}expect-error because`, `/* ${at}ignore */`, `/** ${at}nocheck */`])(
    '%s',
    text => expect(faults('web/ui/a.tsx', `${text}\nconst a = 1\n`)).toEqual(['ignore:1']),
  )
  test.each([
    ['biome-ignore lint/a/b:', ['ignore:1']],
    ['biome-ignore lint/a/b: <explanation>', ['ignore:1']],
    ['biome-ignore-all lint/a/b', ['ignore:1']],
    ['biome-ignore lint/a/b: x', ['ignore:1']],
    ['biome-ignore lint/a/b: the list is fixed and never reordered', []],
  ])('%s', (text, found) => {
    expect(faults('web/ui/a.tsx', `// ${text}\nconst a = 1\n`)).toEqual(found)
    expect(faults('web/ui/a.tsx', `const a = <b>{/* ${text} */}</b>\n`)).toEqual(found)
  })
})

test('unfinished work is told in comments and in other code, not in pages', () => {
  for (const word of [mark('TODO'), mark('FIXME'), mark('XXX')]) {
    expect(faults('web/ui/a.tsx', `const a = 1 // ${word}: later\n`)).toEqual(['unfinished:1'])
    expect(faults('migrations/1.sql', `select 1;\n-- ${word}\n`)).toEqual(['unfinished:2'])
    expect(faults('STYLE.md', `No ${word}.\n`)).toEqual([])
    expect(faults('web/ui/a.tsx', `const a = '${word}'\n`)).toEqual([])
  }
})

describe('tests left out', () => {
  const ways = [
    'it.only',
    'test.skip',
    'describe.only',
    'test.describe.skip',
    'it.skip.each([1])',
    'xit',
    'fit',
  ]
  test.each([...ways, 'test.todo', 'test.fixme', 'test.concurrent.only'])('%s', way => {
    expect(faults('domain/cases/a.test.ts', `\n${way}('a', () => {})\n`)).toContain('skipped:2')
    expect(faults('tests/journeys/a.spec.ts', `${way}('a', () => {})\n`)).toContain('skipped:1')
  })
  test('skipping in other code is free', () => {
    expect(faults('web/ui/a.ts', 'rows.skip(2)\ntest.skip()\n')).toEqual([])
    expect(faults('tests/harness/a.ts', 'rows.skip(2)\n')).toEqual([])
  })
})

describe('waiting by the clock', () => {
  const ways = ['setTimeout(f, 9)', 'globalThis.setTimeout(f)', 'page.waitForTimeout(9)', 'await sleep(9)']
  test.each([...ways, 'clock.sleep(9)', 'new Promise(done => setTimeout(done, 9))'])('%s', way => {
    expect(faults('server/cases/a.test.ts', `\n${way}\n`)).toEqual(['sleep:2'])
    expect(faults('tests/harness/a.ts', `${way}\n`)).toEqual(['sleep:1'])
    expect(faults('web/ui/a.ts', `${way}\n`)).toEqual([])
  })
})

describe('doc comments', () => {
  const naked = [
    'export function f() {}',
    'export async function* f() {}',
    'export const f = () => 1',
    'export const f = function () {}',
    'export default function f() {}',
    'function f() {}\nexport { f }',
  ]
  test.each(naked)('%s', text => {
    for (const above of [
      '',
      '// not a document\n',
      '/* nor this */\n',
      '/** */\n',
      '/** Far. */\nconst a = 1\n',
    ]) {
      const found = faults('server/cases/a.ts', above + text)
      expect(found, above).toHaveLength(1)
      expect(found[0]).toContain('document')
    }
    expect(faults('server/cases/a.ts', `/** Says what. */\n${text}`)).toEqual([])
    for (const path of ['web/ui/a.ts', 'tools/a.ts', 'server/cases/a.test.ts'])
      expect(faults(path, text)).toEqual([])
  })
  test('overloads need one', () => {
    const text =
      'export function f(a: 1): 1\nexport function f(a: 2): 2\nexport function f(a: 1 | 2) { return a }\n'
    expect(faults('domain/cases/a.ts', `/** Says what. */\n${text}`)).toEqual([])
    expect(faults('domain/cases/a.ts', text)).toEqual(['document:1'])
  })
  test('constants and inner functions need none', () => {
    expect(
      faults('domain/cases/a.ts', 'export const a = 1\nfunction f() {}\nexport type T = () => void\n'),
    ).toEqual([])
  })
})

describe('machine paths', () => {
  test.each(['work', 'root', 'home', 'Users'])('/%s', name => {
    for (const path of ['README.md', 'tools/a.ts', 'package.json', 'migrations/1.sql', '.ci/run']) {
      expect(faults(path, `first\nsee ${dir(name)}someone\n`)).toEqual(['machine-path:2'])
      expect(faults(path, `file://${dir(name)}x "${dir(name)}x"`)).toEqual(['machine-path:1'])
    }
    expect(faults('README.md', `/api/v1${dir(name)}next and https://docket.example${dir(name)}x`)).toEqual([])
  })
})

test('an exception with a reason lifts a rule in its place', () => {
  const lifted = (reason: string) =>
    inspectStyle(
      [{ rule: 'sleep', files: 'tests/faults/**', reason }],
      [{ path: 'tests/faults/main.ts', text: 'setTimeout(f, 9)\n' }],
    ).map(one => one.rule)
  expect(lifted('Kills in real time.')).toEqual([])
  expect(lifted('')).toEqual(['exception'])
})
