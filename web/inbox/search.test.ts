import { expect, test } from 'vitest'
import { readInboxSearch } from './search.ts'

test('IN-12: a choice of assignees takes the mode of the Cases filter away', () => {
  expect(readInboxSearch({ cases: 'with', assignees: 'a,b' })).toEqual({ assignees: 'a,b' })
  expect(readInboxSearch({ cases: 'without' })).toEqual({ cases: 'without' })
})

test('an address that makes no sense shows the plain inbox', () => {
  expect(readInboxSearch({ cases: 'sideways', completed: 'perhaps', message: 7, channel: '' })).toEqual({})
})
