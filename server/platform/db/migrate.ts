import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { Unusable } from '#server/platform/unusable.ts'

const folder = join(import.meta.dirname, '../../../migrations')
const lockKey = 748_302_115

/** The role under which the server works: it owns nothing and cannot pass row-level security (Z3). */
export const appRole = 'docket_app'

/**
 * Brings a database to this version's schema: one transaction per file, under an advisory lock, so that
 * several servers may start at once. Safe to call on every start. Throws Unusable when the database was
 * written by a newer version.
 */
export async function migrate(url: string, log: (line: string) => void = () => undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const pending = await findPending(client)
    for (const name of pending) {
      log(`Migrating: ${name}`)
      await apply(client, name)
    }
    // Also when nothing was pending: a start that was cut off after the last migration is made whole here.
    await runMigrations({ connectionString: url })
    await openDoors(client)
  } finally {
    await client.end()
  }
}

async function findPending(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const files = (await readdir(folder)).filter(name => /^\d{4}_.*\.sql$/u.test(name)).sort()
  const applied = await client.query<{ name: string }>('select name from migrations')
  const known = new Set(applied.rows.map(row => row.name))
  const stranger = [...known].find(name => !files.includes(name))
  if (stranger) {
    throw new Unusable(
      `This database was written by a newer version of Docket (it knows “${stranger}”). Start that version, or restore an older backup.`,
    )
  }
  return files.filter(name => !known.has(name))
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  await client.query('begin')
  try {
    if (await hasCitus(client)) await client.query(`set local citus.multi_shard_modify_mode = 'sequential'`)
    await client.query(text)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Unusable(`The migration ${name} failed and was taken back: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

async function hasCitus(client: pg.Client): Promise<boolean> {
  const answer = await client.query(`select 1 from pg_extension where extname = 'citus'`)
  return answer.rowCount === 1
}

/** Lets the app role in. Where roles may not be made, the server works as the login it was given. */
async function openDoors(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
  exception when insufficient_privilege then null; end $$`)
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (exists.rowCount === 0) return
  await client.query(`grant usage on schema public, graphile_worker to ${appRole}`)
  await client.query(
    `grant select, insert, update, delete on all tables in schema public, graphile_worker to ${appRole}`,
  )
  await client.query(`grant usage, select on all sequences in schema public, graphile_worker to ${appRole}`)
  await client.query(`grant execute on all functions in schema graphile_worker to ${appRole}`)
  await openQueue(client)
  // What happened cannot be rewritten (promise 4), and the schema's history is not the server's to change.
  await client.query(`revoke update, delete on events from ${appRole}`)
  await client.query(`revoke insert, update, delete on migrations from ${appRole}`)
  await promoteTextMatch(client)
}

/** The job queue's tables have row-level security of their own; the app role works them whole. */
async function openQueue(client: pg.Client): Promise<void> {
  await client.query(`do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
      if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = t and policyname = 'docket') then
        execute format('create policy docket on graphile_worker.%I to ${appRole} using (true)', t);
      end if;
    end loop; end $$`)
}

/**
 * Behind row-level security PostgreSQL uses an index only where it trusts every function of the condition not to leak,
 * those inside the indexed expression included. It does not trust words and tags by default; a superuser may vouch for
 * them. Without that, searches read whole tables.
 */
async function promoteTextMatch(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
    alter function pg_catalog.to_tsvector(regconfig, text) leakproof;
    alter function pg_catalog.textcat(text, text) leakproof;
    alter function pg_catalog.left(text, integer) leakproof;
    alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
  exception when insufficient_privilege then null; end $$`)
}
