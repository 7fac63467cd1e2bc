import { parse } from 'libpg-query'

type Node = Record<string, unknown>

/**
 * The tenant tables that a statement reads or writes without saying whose rows it means (FACTS §1.4:
 * every table of every statement is bound to its workspace; Citus needs it, and it is the first wall).
 * `tenants` are the names of the tables that carry `workspace_id`. Throws when PostgreSQL could not parse it.
 */
export async function unboundTables(statement: string, tenants: ReadonlySet<string>): Promise<string[]> {
  const tree = await parse(statement)
  const unbound: string[] = []
  for (const node of walk(tree)) {
    const [kind, body] = node
    if (kind === 'InsertStmt') unbound.push(...unboundInsert(body, tenants))
    else if (kind === 'SelectStmt' || kind === 'UpdateStmt' || kind === 'DeleteStmt')
      unbound.push(...unboundScope(body, tenants))
  }
  return unbound
}

/**
 * Does a statement on tenant tables take how many rows it wants from a parameter? Plans are made once for all values,
 * and without the number PostgreSQL prepares for a tenth of the table. Throws when PostgreSQL could not parse it.
 */
export async function limitsByParameter(statement: string, tenants: ReadonlySet<string>): Promise<boolean> {
  const nodes = [...walk(await parse(statement))]
  const reads = nodes.some(([kind, body]) => kind === 'RangeVar' && tenants.has(nameOf(body)))
  return reads && nodes.some(([kind, body]) => kind === 'limitCount' && 'ParamRef' in body)
}

function unboundInsert(body: Node, tenants: ReadonlySet<string>): string[] {
  const table = nameOf(body.relation as Node)
  const columns = list(body.cols).map(column => (column.ResTarget as Node).name)
  return tenants.has(table) && !columns.includes('workspace_id') ? [table] : []
}

type Named = { table: string; alias: string }

function unboundScope(body: Node, tenants: ReadonlySet<string>): string[] {
  const tables = [
    ...(body.relation ? [named(body.relation as Node)] : []),
    ...list(body.fromClause).flatMap(tablesIn),
    ...list(body.usingClause).flatMap(tablesIn),
  ]
  const bound = new Set(equalitiesIn(body).flat())
  const alone = tables.length === 1
  return tables
    .filter(({ table, alias }) => tenants.has(table) && !bound.has(alias) && !(alone && bound.has('')))
    .map(({ table }) => table)
}

function tablesIn(node: Node): Named[] {
  if (node.RangeVar) return [named(node.RangeVar as Node)]
  const join = node.JoinExpr as Node | undefined
  return join ? [...tablesIn(join.larg as Node), ...tablesIn(join.rarg as Node)] : []
}

/** The aliases whose workspace_id stands on a side of an equality of this scope; '' where no alias is named. */
function equalitiesIn(body: Node): string[][] {
  const found: string[][] = []
  for (const [kind, node] of walk({ from: body.fromClause, where: body.whereClause }, isScope)) {
    if (kind !== 'A_Expr' || !isEquality(node)) continue
    found.push([node.lexpr, node.rexpr].flatMap(side => workspaceOf(side as Node)))
  }
  return found
}

function isEquality(node: Node): boolean {
  return (
    node.kind === 'AEXPR_OP' && list(node.name).some(part => (part.String as Node | undefined)?.sval === '=')
  )
}

function workspaceOf(side: Node | undefined): string[] {
  const fields = list((side?.ColumnRef as Node | undefined)?.fields).map(field =>
    String((field.String as Node | undefined)?.sval),
  )
  if (fields.at(-1) !== 'workspace_id') return []
  return [fields.length > 1 ? fields[0]! : '']
}

function named(range: Node): Named {
  const table = nameOf(range)
  return { table, alias: String((range.alias as Node | undefined)?.aliasname ?? table) }
}

function nameOf(range: Node): string {
  const schema = range.schemaname
  return schema === undefined || schema === 'public'
    ? String(range.relname)
    : `${String(schema)}.${String(range.relname)}`
}

function list(value: unknown): Node[] {
  return Array.isArray(value) ? (value as Node[]) : []
}

const scopes = new Set(['SelectStmt', 'UpdateStmt', 'DeleteStmt', 'InsertStmt'])
const isScope = (kind: string) => scopes.has(kind)

/** Every object of the tree with the key it stands under; does not go into those that `stop` names. */
function* walk(value: unknown, stop: (kind: string) => boolean = () => false): Generator<[string, Node]> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item, stop)
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || typeof inner !== 'object') continue
    const kind = kindOf(key, inner)
    if (stop(kind)) continue
    if (!Array.isArray(inner)) yield [kind, inner as Node]
    yield* walk(inner, stop)
  }
}

/** The two sides of a UNION hang in the tree without a wrapper that names them. */
function kindOf(key: string, inner: object): string {
  return (key === 'larg' || key === 'rarg') && 'limitOption' in inner ? 'SelectStmt' : key
}
