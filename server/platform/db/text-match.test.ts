import { Client } from 'pg'
import { expect, test } from 'vitest'
import { withMigratedDatabase } from '#tests/harness/database.ts'
import { queryOnce } from '#tests/harness/query-once.ts'

const workspace = '00000000-0000-0000-0000-000000000001'
/** Enough cases that reading them all is the worse way. */
const cases = `set session_replication_role = replica;
  insert into cases (workspace_id, id, number, channel_id, source, subject, description, type_id, priority, status, tags,
    created_at, updated_at, status_changed_at, last_qualifying_at, last_activity_at)
  select '${workspace}', gen_random_uuid(), n, gen_random_uuid(), 'email', 'word' || n, repeat('more ', 40), gen_random_uuid(),
    'none', 'open', array['tag' || n], now(), now(), now(), now(), now() from generate_series(1, 2000) n;
  analyze cases`

test.each([
  [
    'words',
    `to_tsvector('simple', subject || ' ' || left(description, 50000)) @@ to_tsquery('simple', 'word7')`,
  ],
  ['tags', `tags @> array['tag7']`],
])('Z3 CL-23: cases are found by %s in an index although row-level security holds', async (_, condition) => {
  const plan = await withMigratedDatabase(async (ownerUrl, { appUrl }) => {
    await queryOnce(ownerUrl, cases)
    const client = new Client({ connectionString: appUrl })
    await client.connect()
    try {
      await client.query(`begin; set local docket.workspace_id = '${workspace}'`)
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (costs off) select id from cases where workspace_id = '${workspace}' and deleted_at is null and ${condition}`,
      )
      return rows.map(row => row['QUERY PLAN']).join('\n')
    } finally {
      await client.end()
    }
  })
  expect(plan).toMatch(/Index Cond: .*(tsvector|tags)/u)
})
