import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { cloneDatabase, type TestDatabase, withMigratedDatabase } from '#tests/harness/database.ts'
import { queryOnce } from '#tests/harness/query-once.ts'
import { DESK_VARIABLE } from '#tests/harness/server-desk.ts'

const databases: TestDatabase[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const database of databases.splice(0)) await database.drop()
})

async function clone(): Promise<TestDatabase> {
  const database = await cloneDatabase()
  databases.push(database)
  return database
}

test('each test has a migrated database of its own', async () => {
  const [one, other] = await Promise.all([clone(), clone()])
  await queryOnce(one.ownerUrl, 'create table mine as select 1 as n')
  expect(await queryOnce(one.ownerUrl, "select to_regclass('mine') is null as absent")).toEqual([
    { absent: false },
  ])
  expect(await queryOnce(other.ownerUrl, "select to_regclass('mine') is null as absent")).toEqual([
    { absent: true },
  ])
  const [{ applied } = {}] = await queryOnce(one.appUrl, 'select count(*)::int as applied from migrations')
  expect(applied).toBeGreaterThan(0)
})

test('Z3: the app role meets row-level security in a copy as it does in earnest', async () => {
  const { appUrl } = await clone()
  const open = await queryOnce(
    appUrl,
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'workspace_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and has_table_privilege(c.oid, 'select') and row_security_active(c.oid)`,
  )
  expect(open.length).toBeGreaterThan(0)
})

test('a database can be thrown away while somebody is connected', async () => {
  const { ownerUrl, drop } = await clone()
  const client = new Client({ connectionString: ownerUrl })
  const lost = new Promise(resolve => client.on('error', resolve))
  await client.connect()
  await drop()
  expect(await lost).toBeInstanceOf(Error)
  await expect(queryOnce(ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

test('outside Vitest a server of its own serves and goes', async () => {
  vi.stubEnv(DESK_VARIABLE, '')
  await expect(cloneDatabase()).rejects.toThrow('works inside Vitest')
  const url = await withMigratedDatabase(async ownerUrl => {
    expect(await queryOnce(ownerUrl, "select to_regclass('migrations') is null as absent")).toEqual([
      { absent: false },
    ])
    return ownerUrl
  })
  await expect(queryOnce(url, 'select 1')).rejects.toMatchObject({ code: 'ENOENT' })
})
