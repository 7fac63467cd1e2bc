import { describe, expect, test } from 'vitest'
import type { Catalogue, Column } from '#tools/schema/catalogue.ts'
import { literalsIn } from '#tools/schema/literals.ts'
import { schemaPage } from '#tools/schema/page.ts'
import { tablesModule } from '#tools/schema/types.ts'

const plainColumn: Column = {
  table: 'cases',
  name: 'a',
  type: 'text',
  base: 'text',
  array: false,
  enumLabels: null,
  domainChecks: null,
  notNull: true,
  default: null,
  identity: null,
  generated: null,
  collation: null,
}

/** A database with one table `cases` of the given columns and checks. */
function database(columns: Partial<Column>[], checks: Record<string, string> = {}): Catalogue {
  const table = { name: 'cases', kind: 'table', partitionKey: null, definition: null } as const
  return {
    extensions: [],
    types: [],
    searchConfigurations: [],
    sequences: [],
    tables: [{ ...table, rowSecurity: true, rowSecurityForced: true }],
    columns: columns.map(column => ({ ...plainColumn, ...column })),
    constraints: Object.entries(checks).map(([column, definition]) => {
      return { table: 'cases', name: `cases_${column}`, kind: 'c', columns: [column], definition }
    }),
    indexes: [{ table: 'cases', name: 'i', definition: 'CREATE INDEX i ON cases (a)' }],
    policies: [{ table: 'cases', name: 'own', definition: 'as permissive for all to public using (true)' }],
    triggers: [],
    grants: [{ object: 'cases', role: 'docket_app', privileges: ['select'], columns: ['a', 'bC'] }],
    functions: [],
  }
}

function typeOf(column: Partial<Column>, checks: Record<string, string> = {}): string | undefined {
  return /\n {2}a: (.*)\n/.exec(tablesModule(database([column], checks)))?.[1]
}

describe('the values a check allows', () => {
  test.each([
    ["CHECK ((status = ANY (ARRAY['new'::text, 'it''s'::text])))", ["'new'", "'it\\'s'"], false],
    [
      "CHECK (((a)::text = ANY ((ARRAY['x'::character varying, 'y)'::character varying])::text[])))",
      ["'x'", "'y)'"],
      false,
    ],
    ["CHECK (((a IS NULL) OR (a = ANY (ARRAY['x'::text]))))", ["'x'"], false],
    ["CHECK ((a = 'x'::text))", ["'x'"], false],
    ['CHECK ((a = ANY (ARRAY[1, 2])))', ['1', '2'], false],
    ["CHECK ((a <@ ARRAY['x'::text, 'y'::text]))", ["'x'", "'y'"], true],
  ])('%s', (definition, values, ofElements) => {
    expect(literalsIn(definition)).toEqual({ values, ofElements })
  })
  test.each([
    "CHECK (((a <> 'x'::text) OR (b IS NULL)))",
    "CHECK (((a = 'x'::text) AND (a = 'y'::text)))",
    "CHECK (((a = ANY (ARRAY['x'::text])) OR (b = 'y'::text)))",
    'CHECK ((a = b))',
    'CHECK ((a > 3))',
    "CHECK ((a ~ '^x$'::text))",
  ])('nothing certain in %s', definition => expect(literalsIn(definition)).toBeNull())
})

describe('the type of a column', () => {
  test.each([
    [{ base: 'uuid' }, 'string'],
    [{ base: 'int8' }, 'string'],
    [{ base: 'int4' }, 'number'],
    [{ base: 'timestamptz', notNull: false }, 'Date | null'],
    [{ base: 'timestamptz', default: 'now()' }, 'Generated<Date>'],
    [{ base: 'bool', default: 'false' }, 'Generated<boolean>'],
    [{ base: 'bytea' }, 'Buffer'],
    [{ base: 'jsonb' }, 'Json'],
    [{ base: 'jsonb', notNull: false }, 'ColumnType<JsonValue | null, string | null, string | null>'],
    [{ base: 'jsonb', default: "'{}'" }, 'ColumnType<JsonValue, string | undefined, string>'],
    [{ base: 'text', array: true, default: "'{}'" }, 'Generated<string[]>'],
    [{ base: 'tsvector', generated: 'stored', default: 'x' }, 'GeneratedAlways<string>'],
    [{ base: 'int4', identity: 'always' }, 'GeneratedAlways<number>'],
    [{ base: 'int4', identity: 'by default' }, 'Generated<number>'],
    [{ base: 'mood', enumLabels: ['x', 'y'] }, "'x' | 'y'"],
    [{ base: 'text', domainChecks: ["CHECK ((VALUE = 'x'::text))"] }, "'x'"],
  ] satisfies [Partial<Column>, string][])('%j', (column, type) => expect(typeOf(column)).toBe(type))

  test('follows the checks of the column alone', () => {
    const list = "CHECK ((a = ANY (ARRAY['x'::text, 'y'::text])))"
    expect(typeOf({}, { a: list })).toBe("'x' | 'y'")
    expect(typeOf({ notNull: false }, { a: list })).toBe("'x' | 'y' | null")
    expect(typeOf({ array: true }, { a: list.replace('= ANY', '<@') })).toBe("('x' | 'y')[]")
    expect(typeOf({ array: true }, { a: list })).toBe('string[]')
    expect(typeOf({}, { b: list })).toBe('string')
    expect(typeOf({ base: 'int4' }, { a: "CHECK ((a = ANY (ARRAY[1, '-2'::integer])))" })).toBe('1 | -2')
  })
})

test('the page shows what guards a table, and spells names as SQL does', () => {
  const page = schemaPage(database([{ name: 'bC', default: "'x'" }]))
  for (const line of [
    `  "bC" text not null default 'x'`,
    'CREATE INDEX i ON cases (a);',
    'alter table cases enable row level security;',
    'alter table cases force row level security;',
    'create policy own on cases as permissive for all to public using (true);',
    'grant select (a, "bC") on cases to docket_app;',
  ]) {
    expect(page.split('\n')).toContain(line)
  }
})
