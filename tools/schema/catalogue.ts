import { queries } from '#tools/schema/queries.ts'

/** A column: `type` as SQL spells it, `base` the type's own name, domains resolved, and the bounds of a domain. */
export type Column = {
  table: string
  name: string
  type: string
  base: string
  array: boolean
  enumLabels: string[] | null
  domainChecks: string[] | null
  notNull: boolean
  default: string | null
  /** `always` or `by default` for identity columns. */
  identity: 'always' | 'by default' | null
  /** `stored` or `virtual` for computed columns. */
  generated: 'stored' | 'virtual' | null
  collation: string | null
}

/** A table or view. `name` carries its schema only outside `public`. */
export type Table = {
  name: string
  kind: 'table' | 'view' | 'materialized view'
  partitionKey: string | null
  definition: string | null
  rowSecurity: boolean
  rowSecurityForced: boolean
}

/** A thing that belongs to a table, in the words of the catalogue. */
export type Part = { table: string; name: string; definition: string }

/** A constraint and the columns it speaks about. */
export type Constraint = Part & { kind: string; columns: string[] }

/** A right of a role; `columns` is null for the whole object. */
export type Grant = { object: string; role: string; privileges: string[]; columns: string[] | null }

/** What the catalogue of a migrated database says, in a stable order. */
export type Catalogue = {
  extensions: { name: string }[]
  types: { name: string; kind: 'type' | 'domain'; definition: string }[]
  searchConfigurations: { name: string; definition: string }[]
  sequences: { name: string; type: string }[]
  tables: Table[]
  columns: Column[]
  constraints: Constraint[]
  indexes: Part[]
  policies: Part[]
  triggers: Part[]
  grants: Grant[]
  functions: { name: string; definition: string }[]
}

/** Anything that runs a query, such as a client of `pg`. */
type Database = { query: (sql: string) => Promise<{ rows: unknown[] }> }

/** Reads the catalogue: everything but the system, extensions, partitions of tables and the job runner's schema. */
export async function readCatalogue(database: Database): Promise<Catalogue> {
  await database.query("set search_path = public; set timezone = 'UTC'")
  const read = async <Row>(sql: string) => (await database.query(sql)).rows as Row[]
  return {
    extensions: await read(queries.extensions),
    types: await read(queries.types),
    searchConfigurations: await read(queries.searchConfigurations),
    sequences: await read(queries.sequences),
    tables: await read(queries.tables),
    columns: await read(queries.columns),
    constraints: await read(queries.constraints),
    indexes: await read(queries.indexes),
    policies: await read(queries.policies),
    triggers: await read(queries.triggers),
    grants: await read(queries.grants),
    functions: await read(queries.functions),
  }
}
