import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { isAlive, postgresProcesses } from '#server/platform/postgres/processes.ts'
import { makeFolder, type Owner, startOwner } from '#tests/harness/postgres-owner.ts'
import { queryOnce } from '#tests/harness/query-once.ts'

const place = makeFolder()
/** One data folder goes through all of this file, but for what must run as the account of these tests. */
const folder = join(place.path, 'data')
const plainFolder = join(place.path, 'plain')
const cluster = join(folder, 'postgres')
const nowhere = mkdtempSync(join(tmpdir(), 'docket-path-'))
afterAll(() => {
  place.remove()
  rmSync(nowhere, { recursive: true })
})

const endings: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function own(path?: string, at = folder): Promise<Owner> {
  const owner = await startOwner(at, path === undefined ? {} : { path })
  endings.push(() => owner.signal('SIGTERM'))
  return owner
}

const serverLog = () => readFileSync(join(folder, 'postgres.log'), 'utf8')

const LEDGER = 'drop table if exists ledger; create table ledger (n integer primary key)'

/**
 * Inserts numbers one after the other and calls `answered` for each that PostgreSQL acknowledged, until the connection
 * breaks.
 */
async function writeUntilCut(url: string, first: number, answered: (n: number) => void): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (let n = first; ; n += 1) {
      await client.query('insert into ledger (n) values ($1)', [n])
      answered(n)
    }
  } catch {
    await client.end().catch(() => undefined)
  }
}

/** Writes under load from three connections and kills after each 50 answers; returns every answered number. */
async function ledgerUnderKills(
  url: () => string,
  rounds: number,
  kill: () => Promise<void>,
): Promise<number[]> {
  const answered: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    let counted = 0
    const { promise: enough, resolve } = Promise.withResolvers<void>()
    const note = (n: number) => {
      answered.push(n)
      counted += 1
      if (counted === 50) resolve()
    }
    const writers = [1, 2, 3].map(writer => writeUntilCut(url(), (round * 10 + writer) * 100_000, note))
    await enough
    await kill()
    await Promise.all(writers)
  }
  return answered
}

async function missing(url: string, answered: readonly number[]): Promise<number[]> {
  const present = new Set((await queryOnce(url, 'select n from ledger')).map(row => row.n))
  return answered.filter(n => !present.has(n))
}

test('C1: every answered row survives kill -9 of Docket', async () => {
  let owner = await own()
  await queryOnce(owner.hello.ownerUrl, LEDGER)
  const answered = await ledgerUnderKills(
    () => owner.hello.ownerUrl,
    3,
    async () => {
      await owner.signal('SIGKILL')
      owner = await own()
    },
  )
  expect(answered.length).toBeGreaterThanOrEqual(150)
  expect(await missing(owner.hello.ownerUrl, answered)).toEqual([])
})

test('C1, B1d: every answered row survives kill -9 of PostgreSQL, which comes back by itself', async () => {
  const owner = await own()
  const { ownerUrl } = owner.hello
  await queryOnce(ownerUrl, LEDGER)
  const answered = await ledgerUnderKills(
    () => ownerUrl,
    3,
    async () => {
      const [postmaster = 0] = postgresProcesses(cluster)
      process.kill(postmaster, 'SIGKILL')
      await vi.waitUntil(() => !isAlive(postmaster), { timeout: 10_000 })
      await vi.waitFor(() => queryOnce(ownerUrl, 'select 1'), { timeout: 20_000 })
    },
  )
  expect(answered.length).toBeGreaterThanOrEqual(150)
  expect(await missing(ownerUrl, answered)).toEqual([])
  expect(owner.logged()).toContain('The database stopped by itself (it was ended by SIGKILL)')
})

describe('kill -9 of Docket takes PostgreSQL down with it', () => {
  test.each([
    ['by the kernel', undefined],
    ['by the shell where there is no setpriv', nowhere],
  ])('%s', async (_how, path) => {
    const owner = await own(path)
    const before = serverLog().length
    await owner.signal('SIGKILL')
    await vi.waitUntil(() => postgresProcesses(cluster).length === 0, {
      timeout: 10_000,
      interval: 10,
    })
    expect(serverLog().slice(before)).toContain('received fast shutdown request')
    const again = await own()
    expect(await queryOnce(again.hello.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  })
})

function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }))
}

function childrenOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return rows
    .map(row => row.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
}

test('C8: an orphan that outlived its Docket is ended by the next start', async () => {
  const owner = await own(nowhere)
  await queryOnce(owner.hello.ownerUrl, 'create table kept as select 7 as n')
  const orphan = owner.hello.pid
  const guard = parentOf(orphan)
  const guards = [guard, ...childrenOf(guard).filter(pid => pid !== orphan)]
  for (const pid of guards) process.kill(pid, 'SIGSTOP')
  await owner.signal('SIGKILL')
  for (const pid of guards) process.kill(pid, 'SIGKILL')
  expect(isAlive(orphan)).toBe(true)

  const next = await own()
  expect(next.logged()).toContain('Ending the PostgreSQL that a killed Docket left behind.')
  expect(isAlive(orphan)).toBe(false)
  expect(await queryOnce(next.hello.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
})

/** A stranger with a child that ended and that it never fetches: such a child stays as a zombie. */
async function strangerWithZombie(): Promise<{ stranger: number; zombie: number }> {
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  endings.push(() => void parent.kill('SIGKILL'))
  const [line] = await once(parent.stdout, 'data')
  const zombie = Number(String(line))
  await vi.waitUntil(() => !isAlive(zombie), { timeout: 10_000 })
  return { stranger: parent.pid ?? 0, zombie }
}

describe('C8: a lock file that is left behind stops nothing', () => {
  test.each(['zombie', 'stranger'] as const)('that names a %s', async kind => {
    await (await own(undefined, plainFolder)).signal('SIGTERM')
    const processes = await strangerWithZombie()
    const file = join(plainFolder, 'postgres', 'postmaster.pid')
    writeFileSync(file, `${processes[kind]}\n${dirname(file)}\n1\n5432\n${dirname(file)}\n*\n\nready\n`)
    expect(() => process.kill(processes[kind], 0)).not.toThrow()

    const { hello } = await own(undefined, plainFolder)
    expect(hello.refused).toBeUndefined()
    expect(await queryOnce(hello.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(isAlive(processes.stranger)).toBe(true)
  })
})

test('C6: SIGTERM ends Docket and PostgreSQL cleanly', async () => {
  const owner = await own()
  const before = serverLog().length
  await owner.signal('SIGTERM')
  expect(owner.process.exitCode).toBe(0)
  expect(postgresProcesses(cluster)).toEqual([])
  expect(serverLog().slice(before)).toContain('database system is shut down')
})
