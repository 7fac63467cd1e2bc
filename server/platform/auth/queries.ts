import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { type Queries, queriesOn } from '#server/platform/db/queries.ts'
import type { Database } from '#server/platform/db/transaction.ts'

/** The workspace of statements about logins, which stand outside all workspaces: behind the walls it shows nothing. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/**
 * Queries on the tables that stand outside every workspace. Each statement is a transaction of its own, so
 * that it is retried when the database restarts or fails over, like everything else.
 */
export function globalQueries(database: Database): Queries {
  const runner = {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const run = /^\s*select/iu.test(text) ? database.read : database.write
      const answer = await run(nowhere, tx => tx.q.executeQuery(CompiledQuery.raw(text, values)))
      return { rows: answer.rows, rowCount: Number(answer.numAffectedRows ?? 0) }
    },
  }
  return queriesOn(runner as unknown as pg.ClientBase, false)
}
