import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/harness/people-app.ts'
import { type Caller, caller, join, password, setUp, signIn } from '#tests/harness/people-caller.ts'
import { createWorkspace } from './create-workspace.ts'

let app: TestApp
/** The same server, with statements that break its own rules on purpose. */
let bare: TestApp
const ids = { acme: '', globex: '' }
/** Every id that belongs to a workspace. */
const things: Record<'acme' | 'globex', string[]> = { acme: [], globex: [] }
const owners: Record<'acme' | 'globex', Caller> = {} as never

beforeAll(async () => {
  app = await startApp({ connections: 2, limits: { account: 1_000, address: 10_000 } })
  bare = await app.second({ connections: 2, named: false })
  owners.acme = await setUp(app)
  const owner = { name: 'Gina Globex', email: 'gina@globex.example', password }
  await createWorkspace(app.ctx, { name: 'Globex', owner })
  owners.globex = caller(app)
  await signIn(owners.globex, owner.email)
  for (const name of ['acme', 'globex'] as const) {
    ids[name] = (await owners[name].get('/me')).body.workspace.id
    const member = await join(app, owners[name], { name: 'Max', email: `max@${name}.example` })
    await owners[name].post('/teams', { name: `Team ${name}`, memberIds: [member.id] })
    await owners[name].post('/invitations', { email: `open@${name}.example` })
    for (const table of ['users', 'teams', 'groups', 'channels', 'invitations']) {
      const rows = await app.sql(`select id from ${table} where workspace_id = $1`, [ids[name]])
      things[name].push(...rows.map(row => String(row.id)))
    }
  }
})
afterAll(async () => {
  await bare.stop()
  await app.stop()
})

/** Tables that stand outside every workspace on purpose (migrations). */
const global = ['memberships', 'api_tokens', 'one_time_codes', 'inbound_addresses', 'login_session']

async function tenantTables(): Promise<string[]> {
  const rows = await app.sql(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where n.nspname = 'public' and c.relkind = 'r'`,
  )
  return rows.map(row => String(row.name)).filter(name => !global.includes(name))
}

test('Z3: every tenant table is behind forced row-level security, and the server cannot pass it', async () => {
  const rows = await app.sql(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relrowsecurity and c.relforcerowsecurity`,
  )
  expect(rows.map(row => row.name)).toEqual(expect.arrayContaining(await tenantTables()))
  const role = await app.sql(`select rolsuper, rolbypassrls from pg_roles where rolname = 'docket_app'`)
  expect(role).toEqual([{ rolsuper: false, rolbypassrls: false }])
  const owned = await app.sql(`select 1 from pg_tables where tableowner = 'docket_app'`)
  expect(owned).toEqual([])
})

test('Z3: without the application’s own filter a query still sees no foreign row', async () => {
  let seen = 0
  for (const table of await tenantTables()) {
    const rows = await bare.ctx.database.read(ids.acme, async tx => {
      const found = await sql<{ workspace_id: string }>`select workspace_id from ${sql.table(table)}`.execute(
        tx.q,
      )
      return found.rows
    })
    seen += rows.length
    expect(rows.filter(row => row.workspace_id !== ids.acme)).toEqual([])
  }
  expect(seen).toBeGreaterThan(20)
})

test('Z3: nothing can be written, moved or deleted across the wall', async () => {
  const write = (text: ReturnType<typeof sql>) => bare.ctx.database.write(ids.acme, tx => text.execute(tx.q))
  const foreign = sql`${ids.globex}::uuid`
  await expect(
    write(
      sql`insert into groups (workspace_id, id, name, created_at) values (${foreign}, ${ids.acme}, 'x', now())`,
    ),
  ).rejects.toThrow(/row-level security/u)
  await expect(write(sql`update groups set workspace_id = ${foreign}`)).rejects.toThrow(/row-level security/u)
  expect(
    (await write(sql`update users set name = 'x' where workspace_id = ${foreign}`)).numAffectedRows,
  ).toBe(0n)
  expect((await write(sql`delete from users where workspace_id = ${foreign}`)).numAffectedRows).toBe(0n)
})

test('Z3: a query that names no workspace fails, also on a connection that named one before', async () => {
  for (let round = 0; round < 4; round += 1) {
    await bare.ctx.database.read(ids.acme, tx => sql`select 1 from users`.execute(tx.q))
    await expect(bare.ctx.database.pool.query('select name from users')).rejects.toThrow()
  }
})

type Owner = keyof typeof ids

async function ask(name: Owner, round: number): Promise<void> {
  const who = owners[name]
  const foreign = ids[name === 'acme' ? 'globex' : 'acme']
  const paths = ['/users', '/teams', '/channels', '/invitations', '/groups']
  if (round % 7 === 0) {
    const gone = AbortSignal.timeout(round % 5)
    await fetch(`${app.url}/api/v1/users`, {
      signal: gone,
      headers: { cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') },
    }).catch(() => undefined)
    return
  }
  if (round % 11 === 0) {
    const refused = await who.patch(`/users/${foreign}`, { name: 'x' })
    expect([404, 500]).toContain(refused.status)
    return
  }
  const answer = await who.get(paths[round % paths.length]!)
  if (answer.status !== 200) return expect(answer.status).toBe(500)
  const other = things[name === 'acme' ? 'globex' : 'acme']
  expect(other.filter(id => answer.text.includes(id))).toEqual([])
  expect(things[name].some(id => answer.text.includes(id))).toBe(true)
}

test('Z4: thousands of interleaved requests of two workspaces, with aborts, errors and cancels, on two connections', {
  timeout: 120_000,
}, async () => {
  const total = 3_000
  let next = 0
  let cancels = 0
  const worker = async () => {
    while (next < total) {
      const round = next
      next += 1
      if (round % 100 === 0) {
        const cancelled = await app.sql(
          `select count(*) filter (where pg_cancel_backend(pid))::int as n from pg_stat_activity
           where datname = current_database() and usename = 'docket_app' and state <> 'idle'`,
        )
        cancels += Number(cancelled[0]!.n)
      }
      await ask(round % 2 === 0 ? 'acme' : 'globex', round >> 1)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  expect(cancels).toBeGreaterThan(0)
  const names = await app.sql(`select distinct name from users where name = 'x'`)
  expect(names).toEqual([])
})
