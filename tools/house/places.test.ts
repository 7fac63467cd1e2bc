import { describe, expect, test } from 'vitest'
import { inspectHouse } from '#tools/house/inspect.ts'
import { readPlan } from '#tools/house/plan.ts'
import { repositoryRoot } from '#tools/source/files.ts'

const plan = readPlan(repositoryRoot)

function rulesBrokenBy(path: string, text: string, exceptions = plan.exceptions): string[] {
  return inspectHouse({ ...plan, exceptions }, [{ path, text }]).map(one => one.rule)
}

describe('connections', () => {
  const open = `import { Pool } from 'pg'\nexport const pool = new Pool()\n`
  test.each([
    'server/cases/store.ts',
    'server/platform/log.ts',
    'tools/check.ts',
    'server/app/health.test.ts',
  ])('%s opens none', path => expect(rulesBrokenBy(path, open)).toEqual(['connection']))
  test.each(['server/platform/db/pool.ts', 'server/platform/postgres/ready.ts', 'tests/harness/database.ts'])(
    '%s may',
    path => expect(rulesBrokenBy(path, open)).toEqual([]),
  )
  test('a type of a connection is no connection', () => {
    const text = `import type { Pool } from 'pg'\nexport type P = Pool\n`
    expect(rulesBrokenBy('server/cases/store.ts', text)).toEqual([])
  })
})

describe('SQL', () => {
  const spellings = [
    `export const q = (db: Db) => db.selectFrom('cases').selectAll()\n`,
    `export const q = (db: Db) => db.with('a', x => x.updateTable('cases'))\n`,
    `export const q = (tx: Tx) => tx.deleteFrom('cases')\n`,
    'export const q = sql`select 1`\n',
    'export const q = sql<number>`count(*)`.as("n")\n',
    `export const q = sql.raw('select 1')\n`,
    `export const q = (c: Client) => c.query('  SELECT 1')\n`,
  ]
  test.each(spellings)('%s', text => {
    for (const path of ['server/cases/close-case.ts', 'server/cases/routes.ts', 'server/app/health.ts']) {
      expect(rulesBrokenBy(path, text)).toEqual(['sql'])
    }
    for (const name of [
      'cases/store',
      'cases/find-case',
      'connectors/mail/store',
      'reports/volume',
      'platform/a',
    ]) {
      expect(rulesBrokenBy(`server/${name}.ts`, text)).toEqual([])
    }
    expect(rulesBrokenBy('server/cases/close-case.test.ts', text)).toEqual([])
  })
  test('a store is called store, not something that ends so', () => {
    expect(rulesBrokenBy('server/cases/restore.ts', spellings[0] ?? '')).toEqual(['sql'])
  })
  test('a search in an array or an address is no SQL', () => {
    const text = `export const q = (url: Url) => url.query('select')\nexport const s = [1].with(0, 2)\n`
    expect(rulesBrokenBy('server/cases/routes.ts', text)).toEqual([])
  })
})

describe('events', () => {
  test.each([
    `export const q = (db: Db) => db.insertInto('events').values(v)\n`,
    `export const q = (db: Db) => db.deleteFrom('public.events')\n`,
    'export const q = sql`insert into events (id) values (1)`\n',
    'export const q = sql`with a as (select 1) INSERT INTO public."events" select * from a`\n',
    'export const q = sql`update events set at = now()`\n',
  ])('%s', text => {
    expect(rulesBrokenBy('server/cases/store.ts', text)).toEqual(['event'])
    expect(rulesBrokenBy('server/platform/events/record.ts', text)).toEqual([])
    expect(rulesBrokenBy('server/platform/events.ts', text)).toEqual([])
  })
  test('reading them is free', () => {
    const text = `export const q = (db: Db) => db.selectFrom('events')\nexport const r = sql\`select * from events\`\n`
    expect(rulesBrokenBy('server/cases/list-events.ts', text)).toEqual([])
  })
})

describe('the time', () => {
  const asking = [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Date()',
    'globalThis.Date.now()',
    '[Date.now]',
  ]
  test.each(asking)('%s', asked => {
    const text = `export const at = ${asked}\n`
    for (const path of [
      'domain/cases/a.ts',
      'server/cases/close-case.ts',
      'web/ui/a.tsx',
      'server/a/b.test.ts',
    ]) {
      expect(rulesBrokenBy(path, text)).toContain('clock')
    }
    for (const path of [
      'server/platform/clock.ts',
      'web/platform/clock.ts',
      'tools/a.ts',
      'tests/bench/main.ts',
    ]) {
      expect(rulesBrokenBy(path, text)).toEqual([])
    }
  })
  test('a moment that was given is no question', () => {
    expect(rulesBrokenBy('domain/cases/a.ts', 'export const at = (n: number) => new Date(n)\n')).toEqual([])
  })
})

describe('the pure domain', () => {
  test.each([
    ['Math.random()', 'chance'],
    ['crypto.randomUUID()', 'chance'],
    ['globalThis.crypto', 'chance'],
    ['process.env', 'world'],
    ["fetch('/')", 'world'],
    ['{ console }', 'world'],
    ['setTimeout(f, 1)', 'world'],
  ])('%s', (used, rule) => {
    const text = `export const a = ${used}\n`
    expect(rulesBrokenBy('domain/cases/a.ts', text)).toContain(rule)
    expect(rulesBrokenBy('server/cases/close-case.ts', text)).toEqual([])
  })
  test('a name of our own is no world', () => {
    const text = `export const f = (process: { fetch: number }) => process.fetch\nexport type T = { console: 1 }\n`
    expect(rulesBrokenBy('domain/cases/a.ts', text)).toEqual([])
  })
})

describe('exceptions', () => {
  const text = 'export const at = Date.now()\n'
  const path = 'server/cases/close-case.ts'
  test('hold with a reason, for their rule and place alone', () => {
    const made = (rule: string, files: string, reason: string) =>
      rulesBrokenBy(path, text, [{ rule, files, reason }])
    expect(made('clock', 'server/cases/**', 'Because.')).toEqual([])
    expect(made('clock', 'server/{inbox,cases}/close-*.ts', 'Because.')).toEqual([])
    expect(made('sql', 'server/cases/**', 'Because.')).toEqual(['clock'])
    expect(made('clock', 'server/inbox/**', 'Because.')).toEqual(['clock'])
    expect(made('clock', path, ' ')).toEqual(['exception'])
  })
  test('for a named file that keeps to the rule have to go', () => {
    const idle = [{ rule: 'clock', files: path, reason: 'Because.' }]
    expect(rulesBrokenBy(path, 'export const at = 1\n', idle)).toEqual(['exception'])
  })
})
