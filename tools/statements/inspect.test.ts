import { expect, test } from 'vitest'
import { limitsByParameter, unboundTables } from './inspect.ts'

const tenants = new Set(['cases', 'users', 'tags', 'messages'])

test.each([
  ['select * from cases where workspace_id = $1'],
  ['select * from "cases" where "workspace_id" = $1 and "id" = $2 for update'],
  [
    'select 1 from cases c join users u on u.workspace_id = c.workspace_id and u.id = c.assignee_id where c.workspace_id = $1',
  ],
  [
    'select 1 from cases c where c.workspace_id = $1 and exists (select from tags t where t.workspace_id = c.workspace_id)',
  ],
  ['update cases set status = $1 where workspace_id = $2 and id = $3 returning *'],
  ['delete from tags where workspace_id = $1'],
  ['insert into tags (workspace_id, name) values ($1, $2)'],
  ['with x as (select * from cases where workspace_id = $1) select * from x'],
  [
    'select * from (select * from cases c where c.workspace_id = $1 limit 5) c join users u on u.workspace_id = c.workspace_id',
  ],
  ['select * from workspaces where id = $1'],
  [`select 1 from graphile_worker.add_job('x', $1::json)`],
])('a statement that binds every tenant table passes: %s', async statement => {
  expect(await unboundTables(statement, tenants)).toEqual([])
})

test.each([
  ['select * from cases', ['cases']],
  ['select * from cases where id = $1', ['cases']],
  ['select 1 from cases c join users u on u.id = c.assignee_id where c.workspace_id = $1', ['users']],
  [
    'select 1 from cases c where c.workspace_id = $1 and exists (select from tags where name = c.subject)',
    ['tags'],
  ],
  ['update cases set status = $1 where id = $2', ['cases']],
  [
    'update cases set status = $1 from users u where cases.workspace_id = $2 and u.id = cases.assignee_id',
    ['users'],
  ],
  ['delete from tags', ['tags']],
  ['insert into tags (name) values ($1)', ['tags']],
  ['with x as (select * from cases) select * from x', ['cases']],
  ['select * from cases where workspace_id <> $1', ['cases']],
  ['select * from messages union all select * from messages where workspace_id = $1', ['messages']],
])('FACTS 1.4: a statement that leaves a tenant table unbound is caught: %s', async (statement, tables) => {
  expect(await unboundTables(statement, tenants)).toEqual(tables)
})

test.each([
  ['select * from cases where workspace_id = $1 limit 51', false],
  ['select * from cases where workspace_id = $1 limit $2', true],
  ['select * from (select * from cases where workspace_id = $1 limit $2) c', true],
  ['select * from cases where workspace_id = $1 and number > $2', false],
  ['select * from login where id = $1 limit $2', false],
])('FACTS 5: a limit that is a parameter is caught: %s', async (statement, caught) => {
  expect(await limitsByParameter(statement, tenants)).toBe(caught)
})
