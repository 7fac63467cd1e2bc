import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, type TestContext, test } from 'vitest'
import { findBinaries } from '#server/platform/postgres/binaries.ts'
import { accountFromPasswd } from '#server/platform/postgres/identity.ts'
import { runProgram } from '#server/platform/postgres/run-program.ts'
import { makeFolder, type Owner, type RunAs, startOwner } from '#tests/harness/postgres-owner.ts'
import { queryOnce } from '#tests/harness/query-once.ts'

const NOBODY = { uid: 65_534, gid: 65_534 }
const NAMELESS = { uid: 54_321, gid: 54_321 }
const isRoot = process.getuid?.() === 0
const removals: (() => void)[] = []
const owners: Owner[] = []

afterEach(async () => {
  for (const owner of owners.splice(0)) await owner.signal('SIGTERM')
  for (const remove of removals.splice(0)) remove()
})

const nowhere = mkdtempSync(join(tmpdir(), 'docket-path-'))
afterAll(() => rmSync(nowhere, { recursive: true }))

async function startAs(runAs?: RunAs, path?: string): Promise<Owner & { folder: string }> {
  const { path: folder, remove } = makeFolder(runAs)
  removals.push(remove)
  const owner = await startOwner(join(folder, 'data'), {
    runAs,
    disposable: true,
    ...(path === undefined ? {} : { path }),
  })
  owners.push(owner)
  return { ...owner, folder: join(folder, 'data') }
}

/** Other accounts can be tried only by root, and only where they can read this folder. */
async function needOtherAccounts(context: TestContext): Promise<void> {
  if (!isRoot) context.skip('only root can start a process as somebody else')
  const trial = await runProgram([findBinaries().postgres, '--version'], { account: NOBODY })
  if (trial.code !== 0) context.skip('other accounts cannot read this folder')
}

test('root keeps its files where it can hide in a user namespace', async context => {
  const mappable = await runProgram(['unshare', '-U', '--map-user=65534', 'true'])
  if (!isRoot || mappable.code !== 0) context.skip('needs root and user namespaces')
  const { folder } = await startAs()
  expect(statSync(join(folder, 'postgres')).uid).toBe(0)
})

test('root without user namespaces and setpriv borrows an account', async context => {
  await needOtherAccounts(context)
  const { hello, folder } = await startAs(undefined, nowhere)
  expect(hello.refused).toBeUndefined()
  expect(statSync(join(folder, 'postgres')).uid).not.toBe(0)
  expect(statSync(join(folder, 'secrets')).mode & 0o077).toBe(0)
  expect(await queryOnce(hello.appUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('root opens a folder that an account wrote as that account', async context => {
  await needOtherAccounts(context)
  const first = await startAs(NOBODY)
  await queryOnce(first.hello.ownerUrl, 'create table kept as select 7 as n')
  await first.signal('SIGTERM')
  const again = await startOwner(first.folder)
  owners.push(again)
  expect(await queryOnce(again.hello.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  expect(statSync(join(first.folder, 'postgres', 'postmaster.pid')).uid).toBe(NOBODY.uid)
})

test('root is told when no account can reach the folder', async context => {
  await needOtherAccounts(context)
  const { path, remove } = makeFolder()
  removals.push(remove)
  chmodSync(path, 0o700)
  const { hello } = await startOwner(join(path, 'data'), { path: nowhere })
  expect(hello.refused).toContain('start Docket as an ordinary user, or from a folder all may enter')
})

test('an ordinary user gets a database, with and without setpriv', async context => {
  await needOtherAccounts(context)
  const { hello, folder, signal } = await startAs(NOBODY)
  expect(await queryOnce(hello.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  await signal('SIGTERM')
  const again = await startOwner(folder, { runAs: NOBODY, path: nowhere })
  owners.push(again)
  expect(await queryOnce(again.hello.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('an account without a name gets a database in a user namespace, else one sentence', async context => {
  await needOtherAccounts(context)
  const mappable = await runProgram(['unshare', '-U', '--map-user=65534', 'true'], { account: NAMELESS })
  if (mappable.code === 0) {
    const { hello } = await startAs(NAMELESS)
    expect(await queryOnce(hello.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  }
  const { hello } = await startAs(NAMELESS, nowhere)
  expect(hello.refused).toContain('The account this runs as (uid 54321) has no name on this machine')
})

test('a folder that may not be written to gives one sentence', async context => {
  await needOtherAccounts(context)
  const { path, remove } = makeFolder()
  removals.push(remove)
  mkdirSync(join(path, 'data'), { mode: 0o555 })
  const { hello } = await startOwner(join(path, 'data'), { runAs: NOBODY })
  expect(hello.refused).toBe(
    `Docket cannot keep its data in ${join(path, 'data')}: this account may not write there. ` +
      'Set DOCKET_DATA to a folder that this account can write to.',
  )
})

test('the account for PostgreSQL is "postgres", else "nobody", else none', () => {
  const nobody = 'root:x:0:0::/root:/bin/sh\nnobody:x:99:98:n:/:/bin/false\n'
  expect(accountFromPasswd(nobody)).toEqual({ uid: 99, gid: 98 })
  expect(accountFromPasswd(`${nobody}postgres:x:26:27::/:/bin/sh\n`)).toEqual({ uid: 26, gid: 27 })
  expect(accountFromPasswd('root:x:0:0::/root:/bin/sh\n')).toBeNull()
})
