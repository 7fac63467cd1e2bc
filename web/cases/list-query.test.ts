import { expect, test } from 'vitest'
import { countQueryOf, filtersOf, queryOf } from './list-query.ts'
import { readCasesSearch } from './search.ts'

test('CL-01 CL-02 CL-25: the plain address shows my open cases, most recent activity first', () => {
  expect(queryOf({})).toEqual({ view: 'mine', bucket: 'open', sort: '-activity' })
})

test('SM-01: a status is asked for in every bucket, so that tab and filter never contradict each other', () => {
  expect(queryOf({ status: 'spam', bucket: 'open' })).toMatchObject({ status: 'spam', bucket: 'any' })
})

test('CL-07: the counters count all buckets of the same filters', () => {
  expect(countQueryOf({ view: 'all', bucket: 'closed', tag: 'vip', sort: 'created' })).toEqual({
    view: 'all',
    tag: 'vip',
  })
})

test('CL-13 CL-26: every filter survives the way through the address; nonsense does not', () => {
  const filters = {
    view: 'all',
    status: 'open',
    assignee: 'none',
    team: 't',
    priority: 'high',
    tag: 'vip',
    q: 'tea',
  }
  expect(readCasesSearch({ ...filters, sort: 'upwards', colour: 'red' })).toEqual(filters)
  expect(filtersOf({ view: 'all', bucket: 'open', sort: 'created', q: 'tea' })).toEqual({ q: 'tea' })
})

test('CL-23: a number typed as search is words, however the address reads it', () => {
  expect(readCasesSearch({ q: 1187 })).toEqual({ q: '1187' })
})
