import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/postgres/embedded.ts'
import { postgresProcesses } from '#server/platform/postgres/processes.ts'
import { runningPostgres } from '#server/platform/postgres/running.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { makeFolder, startOwner } from '#tests/harness/postgres-owner.ts'
import { queryOnce } from '#tests/harness/query-once.ts'

const place = makeFolder()
const nowhere = join(place.path, 'no programs here')
afterAll(() => place.remove())

/** Where a test needs any cluster, not a new one. */
const folder = join(place.path, 'first')

const running: EmbeddedPostgres[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const postgres of running.splice(0)) await postgres.stop()
})

async function start(dataFolder: string, disposable = true): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => undefined, disposable })
  running.push(postgres)
  return postgres
}

async function refusal(dataFolder: string): Promise<string> {
  try {
    await start(dataFolder)
  } catch (error) {
    if (error instanceof Unusable) return error.message
    throw error
  }
  return 'started'
}

describe('the first start', () => {
  test('makes a database that tells letters of every language apart from signs', async () => {
    const { ownerUrl } = await start(folder)
    await queryOnce(ownerUrl, 'create extension pg_trgm')
    const [row] = await queryOnce(
      ownerUrl,
      `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
         datlocale as locale, current_setting('data_checksums') as checksums,
         lower('ÄÉΣ') as folded, similarity('Жалоба', 'Жалобы') > 0.3 as similar
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({
      name: 'docket',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      folded: 'äéσ',
      similar: true,
    })
  })

  test('gives the app a role that row-level security binds', async () => {
    const { appUrl } = await start(folder)
    const rows = await queryOnce(
      appUrl,
      'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([
      {
        rolname: 'docket_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
      },
    ])
  })
})

describe('every later start', () => {
  test('C1: nothing can switch off what keeps an answered write, not even ALTER SYSTEM', async () => {
    const { ownerUrl, stop } = await start(folder, false)
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      await queryOnce(ownerUrl, `alter system set ${name} = off`)
    }
    await stop()
    const again = await start(folder, false)
    const rows = await queryOnce(
      again.ownerUrl,
      "select setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')",
    )
    expect(rows).toEqual([{ setting: 'on' }, { setting: 'on' }, { setting: 'on' }])
  })

  test("keeps an operator's own setting over the next start", async () => {
    const first = await start(folder)
    await queryOnce(first.ownerUrl, "alter system set work_mem = '9MB'")
    await first.stop()
    const [row] = await queryOnce((await start(folder)).ownerUrl, 'show work_mem')
    expect(row).toEqual({ work_mem: '9MB' })
  })
})

describe('the passwords', () => {
  test('are kept for this account alone, and asked for', async () => {
    const { ownerUrl } = await start(folder)
    for (const name of ['postgres-owner', 'postgres-app']) {
      expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o600)
    }
    const wrong = new URL(ownerUrl)
    wrong.password = 'wrong'
    await expect(queryOnce(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('are made anew when they were lost', async () => {
    const first = await start(folder)
    await queryOnce(first.ownerUrl, 'create table kept as select 7 as n')
    await first.stop()
    rmSync(join(folder, 'secrets'), { recursive: true })
    const again = await start(folder)
    expect(again.ownerUrl).not.toBe(first.ownerUrl)
    expect(await queryOnce(again.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('that was killed half-way is begun anew', async () => {
    const half = join(place.path, 'half')
    mkdirSync(join(half, 'postgres.new'), { recursive: true })
    writeFileSync(join(half, 'postgres.new', 'PG_VERSION'), '18\n')
    const { ownerUrl } = await start(half)
    expect(await queryOnce(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  })
})

test.each([
  ['with setpriv', process.env.PATH ?? ''],
  ['without', nowhere],
])(
  "M5: a password that is not the database's gives one sentence, and following it helps (%s)",
  async (_how, path) => {
    const file = join(folder, 'secrets', 'postgres-owner')
    await (await start(folder)).stop()
    writeFileSync(file, 'another-password-that-is-long-enough')
    vi.stubEnv('PATH', path)
    expect(await refusal(folder)).toContain(
      `The database does not know the password in ${file}: put the file back`,
    )
    expect(postgresProcesses(join(folder, 'postgres'))).toEqual([])
    rmSync(file)
    const { ownerUrl } = await start(folder)
    expect(await queryOnce(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  },
)

describe('where it listens', () => {
  test('is a socket in the data folder alone, with any letters in its path', async () => {
    const { ownerUrl } = await start(join(place.path, 'a b ü%20'))
    const [row] = await queryOnce(
      ownerUrl,
      "select inet_server_addr(), current_setting('listen_addresses') as ports",
    )
    expect(row).toEqual({ inet_server_addr: null, ports: '' })
  })

  test.each([
    ['is too long for a socket', 'x'.repeat(100)],
    ['holds a comma, which parts sockets', 'a,b'],
  ])('is a port of this machine when the path %s', async (_why, name) => {
    const { ownerUrl, appUrl } = await start(join(place.path, name))
    for (const url of [ownerUrl, appUrl]) {
      expect(new URL(url).hostname).toBe('127.0.0.1')
      expect(await queryOnce(url, 'select host(inet_server_addr()) as address')).toEqual([
        { address: '127.0.0.1' },
      ])
    }
  })
})

test('a second Docket on the same folder is refused with one sentence, and the first goes on', async () => {
  const { ownerUrl, stop } = await start(folder)
  const second = await startOwner(folder)
  expect(second.hello.refused).toBe(
    `Another Docket (process ${process.pid}) already runs on ${folder}: stop it first, or set DOCKET_DATA to another folder.`,
  )
  expect(await queryOnce(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  await stop()
  const third = await startOwner(folder)
  expect(third.hello.refused).toBeUndefined()
  await third.signal('SIGTERM')
})

test('a command beside a running Docket finds its database, and none where nothing runs', async () => {
  expect(runningPostgres(join(place.path, 'nothing'))).toBeNull()
  const { ownerUrl, appUrl, stop } = await start(folder)
  expect(runningPostgres(folder)).toEqual({ ownerUrl, appUrl })
  await stop()
  expect(runningPostgres(folder)).toBeNull()
})

test('stopping does not wait for clients that stay connected', async () => {
  const { ownerUrl, stop } = await start(folder)
  const client = new Client({ connectionString: ownerUrl })
  const lost = new Promise(resolve => client.on('error', resolve))
  await client.connect()
  await stop()
  expect(await lost).toBeInstanceOf(Error)
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
})

describe('M5: a folder that cannot be used gives one sentence', () => {
  test.each([
    [
      '17',
      'was written by PostgreSQL 17, and this Docket brings PostgreSQL 18: start it with the Docket that',
    ],
    [
      '19',
      'was written by PostgreSQL 19, and this Docket brings PostgreSQL 18: start it with the newer Docket',
    ],
  ])('of PostgreSQL %s', async (major, sentence) => {
    const other = join(place.path, `major-${major}`)
    mkdirSync(join(other, 'postgres'), { recursive: true })
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), `${major}\n`)
    expect(await refusal(other)).toContain(sentence)
  })

  test('that is no database', async () => {
    const holiday = join(place.path, 'holiday')
    mkdirSync(join(holiday, 'postgres'), { recursive: true })
    expect(await refusal(holiday)).toContain('is not a database folder')
  })

  test("whose database is damaged, with PostgreSQL's own reason", async () => {
    rmSync(join(folder, 'postgres', 'global', 'pg_control'))
    expect(await refusal(folder)).toMatch(
      /^The database could not start \(.*pg_control.*\)\. Its log is \S+\.$/,
    )
  })
})
