import { describe, expect, test } from 'vitest'
import { inspectHouse } from '#tools/house/inspect.ts'
import { readPlan } from '#tools/house/plan.ts'
import { repositoryRoot } from '#tools/source/files.ts'

const plan = readPlan(repositoryRoot)

/** What the house says about files given as path → text: `rule path:line` each. */
function breachesIn(files: Record<string, string>, exceptions = plan.exceptions): string[] {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }))
  return inspectHouse({ ...plan, exceptions }, list).map(one => `${one.rule} ${one.path}:${one.line}`)
}

function importing(specifier: string): string {
  return `import { x } from '${specifier}'\nexport const y = x\n`
}

test('a house that keeps to its plan passes', () => {
  const files = {
    'domain/kernel/ids.ts': 'export const id = (n: number) => n\n',
    'domain/people/actor.ts': importing('#domain/kernel/ids.ts'),
    'domain/cases/wire.ts': `import { z } from 'zod'\nimport { y } from '#domain/people/actor.ts'\nexport const a = [z, y]\n`,
    'domain/cases/wire.test.ts': importing('#domain/inbox/wire.ts'),
    'server/platform/http/door.ts': importing('#domain/people/actor.ts') + importing('./parts/path.ts'),
    'server/platform/clock.ts': 'export const now = () => new Date()\n',
    'server/platform/db/pool.ts': `import { Pool } from 'pg'\nexport const pool = new Pool()\n`,
    'server/platform/events/record.ts': `export const record = (db: Db) => db.insertInto('events')\n`,
    'server/cases/store.ts': `import { sql } from 'kysely'\nexport const q = sql\`select 1\`\n`,
    'server/cases/list-cases.ts': `export const list = (db: Db) => db.selectFrom('cases')\n`,
    'server/cases/access.ts': importing('./store.ts'),
    'server/cases/close-case.ts': importing('#server/cases/access.ts'),
    'server/cases/routes.ts': importing('./close-case.ts'),
    'server/inbox/complete-message.ts': importing('#server/cases/close-case.ts'),
    'server/inbox/routes.test.ts':
      importing('#server/cases/store.ts') + importing('#tests/harness/server.ts'),
    'server/reports/volume.ts': importing('#server/audit/store.ts'),
    'server/app/routes.ts': importing('#server/cases/routes.ts'),
    'server/bin/docket.ts': importing('#server/app/routes.ts'),
    'web/ui/button.tsx': importing('@mantine/core'),
    'web/cases/list.tsx': importing('#web/ui/button.tsx') + importing('#domain/inbox/wire.ts'),
    'web/pages/cases.tsx': importing('#web/cases/list.tsx') + importing('#web/inbox/list.tsx'),
    'web/main.tsx': importing('#web/pages/cases.tsx'),
    'tests/harness/server.ts': importing('#server/app/routes.ts'),
  }
  expect(breachesIn(files)).toEqual([])
})

/** What is imported where, and the rule that forbids it. */
const forbidden: [string, string, string, string][] = [
  ['a domain room climbs', 'domain/cases/a.ts', '#domain/inbox/a.ts', 'climb'],
  ['the kernel climbs', 'domain/kernel/a.ts', '#domain/people/a.ts', 'climb'],
  ['a server room climbs', 'server/people/move-case.ts', '#server/cases/close-case.ts', 'climb'],
  ['a server room climbs over the domain', 'server/people/add-user.ts', '#domain/cases/status.ts', 'climb'],
  ['the platform climbs', 'server/platform/jobs/a.ts', '#server/cases/close-case.ts', 'climb'],
  ['a room climbs to the roof', 'server/exports/write-sheet.ts', '#server/app/context.ts', 'climb'],
  ['web platform climbs', 'web/platform/api.ts', '#web/cases/list.tsx', 'climb'],
  ['a web room climbs to a page', 'web/cases/list.tsx', '#web/pages/cases.tsx', 'climb'],
  ['web rooms join below the pages', 'web/inbox/list.tsx', '#web/cases/list.tsx', 'climb'],
  ['domain imports server', 'domain/cases/a.ts', '#server/cases/close-case.ts', 'wing'],
  ['domain imports web', 'domain/cases/a.ts', '#web/ui/button.tsx', 'wing'],
  ['web imports server', 'web/cases/list.tsx', '#server/cases/close-case.ts', 'wing'],
  ['server imports web', 'server/cases/close-case.ts', '#web/platform/words.ts', 'wing'],
  ['a web test imports server', 'web/cases/list.test.ts', '#server/cases/close-case.ts', 'wing'],
  ['a domain test imports server', 'domain/cases/a.test.ts', '#server/cases/close-case.ts', 'wing'],
  ['server imports the harness', 'server/cases/close-case.ts', '#tests/harness/server.ts', 'wing'],
  ['domain imports node', 'domain/cases/a.ts', 'node:crypto', 'package'],
  ['domain imports a package', 'domain/cases/a.ts', 'uuid', 'package'],
  ['domain imports part of a package', 'domain/cases/a.ts', '@scope/zod/mini', 'package'],
  ['web imports node', 'web/cases/list.tsx', 'node:fs', 'package'],
  ["another room's store", 'server/inbox/complete-message.ts', '#server/cases/store.ts', 'door'],
  ["another room's finder", 'server/inbox/complete-message.ts', '#server/cases/find-case.ts', 'door'],
  ["another room's view", 'server/inbox/view.ts', '#server/cases/view.ts', 'door'],
  ["another room's routes", 'server/inbox/routes.ts', '#server/cases/routes.ts', 'door'],
  ["another room's inner file", 'server/inbox/open-case.ts', '#server/cases/numbers.ts', 'door'],
  ['the roof takes a store', 'server/app/context.ts', '#server/people/store.ts', 'door'],
  ['reports take a view', 'server/reports/volume.ts', '#server/cases/view.ts', 'door'],
  ['a store uses access', 'server/cases/store.ts', './access.ts', 'floor'],
  ['a finder uses an act', 'server/cases/list-cases.ts', './close-case.ts', 'floor'],
  ['a view uses access', 'server/cases/view.ts', './access.ts', 'floor'],
  ['access uses an act', 'server/cases/access.ts', '#server/cases/close-case.ts', 'floor'],
  ['an act uses routes', 'server/cases/close-case.ts', './routes.ts', 'floor'],
  ['code imports a test', 'server/cases/close-case.ts', './routes.test.ts', 'wing'],
  ['a relative import leaves its folder', 'server/cases/close-case.ts', '../people/add-user.ts', 'relative'],
]

describe('imports', () => {
  test.each(forbidden)('%s', (_name, path, specifier, rule) => {
    const ways = [
      importing(specifier),
      `import type { X } from '${specifier}'\nexport type Y = X\n`,
      `export { x } from '${specifier}'\nexport const own = 1\n`,
      `export * from '${specifier}'\nexport const own = 1\n`,
      `export const late = () => import('${specifier}')\n`,
      `export type Late = import('${specifier}').X\n`,
      `export const side = 1\nimport '${specifier}'\n`,
    ]
    for (const text of ways) {
      const line = text.indexOf('\nimport') >= 0 ? 2 : 1
      expect(breachesIn({ [path]: text }), text).toEqual([`${rule} ${path}:${line}`])
    }
  })

  test('a worker that is started by address counts as an import', () => {
    const text = `export const at = new URL('./routes.ts', import.meta.url)\n`
    expect(breachesIn({ 'server/cases/store.ts': text })).toEqual(['floor server/cases/store.ts:1'])
    const resolved = `export const at = import.meta.resolve('#server/cases/store.ts')\n`
    expect(breachesIn({ 'web/cases/a.ts': resolved })).toEqual(['wing web/cases/a.ts:1'])
  })

  test('a computed path is refused in the house, not in the tools', () => {
    const text = `export const load = (name: string) => import('#server/' + name)\n`
    expect(breachesIn({ 'server/app/rooms.ts': text })).toEqual(['computed server/app/rooms.ts:1'])
    expect(breachesIn({ 'tools/load.ts': text })).toEqual([])
  })

  test('rings are told once, also rings of types', () => {
    const files = {
      'domain/cases/a.ts': `import type { B } from './b.ts'\nexport type A = B\n`,
      'domain/cases/b.ts': `import type { C } from './c.ts'\nexport type B = C\n`,
      'domain/cases/c.ts': `export type C = 1\nexport type D = import('#domain/cases/a.ts').A\n`,
      'domain/cases/d.ts': `import type { A } from './a.ts'\nexport type E = A\n`,
    }
    expect(breachesIn(files)).toEqual(['ring domain/cases/a.ts:1'])
    expect(breachesIn({ ...files, 'domain/cases/c.ts': 'export type C = 1\n' })).toEqual([])
  })
})

const misshapen: [string, Record<string, string>, string][] = [
  ['a room that is not planned', { 'domain/misc/a.ts': 'export const a = 1\n' }, 'room domain/misc/a.ts:1'],
  ['a file outside every room', { 'server/start.ts': 'export const a = 1\n' }, 'room server/start.ts:1'],
  ['an index', { 'web/cases/index.ts': 'export const a = 1\n' }, 'barrel web/cases/index.ts:1'],
  [
    'a file that only hands on',
    { 'domain/cases/all.ts': `import { x } from './x.ts'\nexport * from './y.ts'\nexport { x }\n` },
    'barrel domain/cases/all.ts:1',
  ],
  [
    'a vague folder',
    { 'server/platform/utils/a.ts': 'export const a = 1\n' },
    'folder server/platform/utils/a.ts:1',
  ],
  ['a file that does not parse', { 'domain/cases/a.ts': 'export const = 1\n' }, 'syntax domain/cases/a.ts:1'],
]

/** Something with a body, where it stands, and how many lines the body may have. */
const bodies: [string, string, (body: string) => string, number][] = [
  ['a function', 'domain/cases/a.ts', (body: string) => `export function f() {\n${body}}\n`, 40],
  ['an arrow', 'domain/cases/a.ts', (body: string) => `export const f = () => {\n${body}}\n`, 40],
  ['a method', 'domain/cases/a.ts', (body: string) => `export const o = {\n  f() {\n${body}}}\n`, 40],
  ['a test', 'domain/cases/a.test.ts', (body: string) => `test('T', () => {\n${body}})\n`, 40],
  ['a hook', 'web/cases/a.tsx', (body: string) => `export function useF() {\n${body}}\n`, 40],
  ['a component', 'web/cases/a.tsx', (body: string) => `export function Page() {\n${body}}\n`, 80],
  ['a wrapped component', 'web/cases/a.tsx', (body: string) => `const P = memo(() => {\n${body}})\n`, 80],
  ['a capital in plain code', 'domain/cases/a.ts', (body: string) => `export function F() {\n${body}}\n`, 40],
]

describe('shape', () => {
  test.each(misshapen)('%s', (_name, files, breach) => {
    expect(breachesIn(files)).toContain(breach)
  })

  test('a file may have 300 lines, a generated one any number', () => {
    const lines = (count: number) => 'export {}\n'.repeat(count)
    const path = 'server/platform/db/tables.ts'
    expect(breachesIn({ [path]: `export const a = 1\n${lines(299)}` })).toEqual([])
    expect(breachesIn({ [path]: `export const a = 1\n${lines(300)}` })).toEqual([`long-file ${path}:301`])
    expect(breachesIn({ [path]: `// Generated by a tool\nexport const a = 1\n${lines(400)}` })).toEqual([])
  })

  test.each(bodies)('%s has a limit', (_name, path, write, limit) => {
    expect(breachesIn({ [path]: write('  x()\n'.repeat(limit)) })).toEqual([])
    const line = write('').includes('  f()') ? 2 : 1
    expect(breachesIn({ [path]: write('  x()\n'.repeat(limit + 1)) })).toEqual([
      `long-function ${path}:${line}`,
    ])
  })
})
