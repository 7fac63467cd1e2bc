import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { statementName } from './connection.ts'
import type { Tables } from './tables.ts'

/** Typed queries on one connection, or on any connection of the pool. */
export type Queries = Kysely<Tables>

type Runner = Pick<pg.ClientBase, 'query'>

/**
 * Kysely bound to one place to run queries: a connection inside a transaction, or the pool itself.
 * Statements are sent under a name, so that PostgreSQL plans each text once per connection (FACTS §5).
 */
export function queriesOn(runner: Runner, named: boolean): Queries {
  const connection = connectionOn(runner, named)
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => undefined,
        acquireConnection: async () => connection,
        beginTransaction: () =>
          Promise.reject(new Error('Transactions are begun by the runner in transaction.ts.')),
        commitTransaction: async () => undefined,
        rollbackTransaction: async () => undefined,
        releaseConnection: async () => undefined,
        destroy: async () => undefined,
      }),
    },
  })
}

function connectionOn(runner: Runner, named: boolean): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const answer = await runner.query({
        ...(named ? { name: statementName(query.sql) } : {}),
        text: query.sql,
        values: query.parameters as unknown[],
      })
      return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('Long reads go page by page.')
    },
  }
}
