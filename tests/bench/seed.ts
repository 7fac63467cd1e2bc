import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { hashOf } from '#server/platform/ids.ts'
import { makeTexts } from './words.ts'

export type SeedOptions = {
  readonly ownerUrl: string
  readonly cases: number
  readonly log: (line: string) => void
}

/** The tables that are written by the million. */
const large = ['conversations', 'cases', 'messages', 'events', 'files', 'comments']
const batch = 50_000

/**
 * Fills the one workspace of a database with cases and about five times as many messages, with people, teams, channels,
 * customers, events, comments and files around them. Needs the login that owns the tables.
 */
export async function seed(options: SeedOptions): Promise<void> {
  const [one, two] = await Promise.all([connect(options), connect(options)])
  try {
    await run(one, '1-ground.sql')
    await insertTexts(one)
    for (const file of ['2-people.sql', '3-plan.sql', '4-customers.sql']) await run(one, file)
    const indexes = await dropIndexes(one)
    await Promise.all([
      insertRows(one, options, ['7-messages.sql']),
      insertRows(two, options, [
        '5-conversations.sql',
        '6-cases.sql',
        '8-events.sql',
        '9-message-events.sql',
      ]),
    ])
    await run(one, '10-rest.sql')
    await Promise.all([one, two].map(client => makeIndexes(client, indexes, options.log)))
    await one.query('drop schema seed cascade')
    options.log('seeding: vacuum and analyze')
    await one.query('vacuum analyze')
    await one.query('checkpoint')
  } finally {
    await Promise.all([one.end(), two.end()])
  }
}

/** Rows are right by construction; checking every reference would take longer than writing them. */
async function connect({ ownerUrl, cases }: SeedOptions): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`select set_config('seed.cases', $1, false)`, [String(cases)])
  await client.query(
    `set session_replication_role = replica; set work_mem = '128MB'; set maintenance_work_mem = '512MB'`,
  )
  return client
}

async function insertRows(
  client: Client,
  { cases, log }: SeedOptions,
  files: readonly string[],
): Promise<void> {
  const last = cases + Math.floor(cases / 10)
  for (const file of files) {
    const text = read(file)
    log(`seeding: ${file}`)
    for (let from = 0; from < last; from += batch) {
      await client.query(text, [from, Math.min(from + batch, last)])
    }
  }
}

async function insertTexts(client: Client): Promise<void> {
  const { bodies, subjects, firstNames, lastNames } = makeTexts()
  const texts = {
    'bodies (n, body)': bodies,
    'subjects (n, subject)': subjects,
    'first_names (n, name)': firstNames,
    'last_names (n, name)': lastNames,
  }
  for (const [table, lines] of Object.entries(texts)) {
    await client.query(
      `insert into seed.${table} select ordinality, line from unnest($1::text[]) with ordinality as t (line, ordinality)`,
      [lines],
    )
  }
  await client.query('analyze seed.bodies, seed.subjects, seed.first_names, seed.last_names')
}

/**
 * Takes away the indexes that no constraint needs: making them after the rows is many times faster. Those of text come
 * first in the answer, because they take longest.
 */
async function dropIndexes(client: Client): Promise<{ name: string; definition: string }[]> {
  const found = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by pg_get_indexdef(i.indexrelid) ~ 'messages.*tsvector' desc, pg_get_indexdef(i.indexrelid) ~ 'tsvector' desc`,
    [large],
  )
  for (const { name } of found.rows) await client.query(`drop index ${name}`)
  return found.rows
}

/** Makes what is left in the list; several connections may share one list. */
async function makeIndexes(
  client: Client,
  indexes: { name: string; definition: string }[],
  log: (line: string) => void,
): Promise<void> {
  for (let index = indexes.shift(); index; index = indexes.shift()) {
    log(`seeding: index ${index.name}`)
    await client.query(index.definition)
  }
}

/** Gives a seeded person an API token of this value. */
export async function giveToken(ownerUrl: string, email: string, value: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      `insert into api_tokens (hash, workspace_id, id, user_id, name, created_at)
       select $1, workspace_id, gen_random_uuid(), id, 'bench', now() from users where email = $2`,
      [hashOf(value), email],
    )
  } finally {
    await client.end()
  }
}

async function run(client: Client, file: string): Promise<void> {
  await client.query(read(file))
}

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, 'seed', file), 'utf8')
}
