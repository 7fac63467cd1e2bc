import { expect, test } from 'vitest'
import { programOf } from './program.ts'
import type { Recorded } from './record-statements.ts'

const began = Date.UTC(2026, 0, 1)
const old = '019b0000-0000-7000-8000-000000000001'
/** The first 48 bits are the moment after `began`. */
const fresh = `${(began + 5)
  .toString(16)
  .padStart(12, '0')
  .replace(/^(.{8})/u, '$1-')}-7000-8000-000000000002`

type Given = Partial<Recorded> & Pick<Recorded, 'text' | 'sent' | 'done'>
const statements = (...given: Given[]): Recorded[] =>
  given.map(one => ({ connection: 1, named: true, values: [], rows: [], ...one }))

test('statements that did not wait for each other go in one wave', () => {
  const { stages } = programOf(
    statements(
      { text: 'begin read only', sent: 1, done: 4 },
      { text: 'select 1', sent: 2, done: 5 },
      { text: 'select 2', sent: 3, done: 6 },
      { text: 'select 3', sent: 7, done: 9 },
      { text: 'commit', sent: 8, done: 10 },
    ),
    began,
  )
  expect(stages).toHaveLength(1)
  const [transaction] = stages[0]!
  expect(transaction!.readOnly).toBe(true)
  const texts = transaction!.waves.map(wave => wave.map(step => step.text))
  expect(texts).toEqual([
    ['begin read only', 'select 1', 'select 2'],
    ['select 3', 'commit'],
  ])
})

test('transactions that ran beside each other stay beside each other, and statements outside them are left out', () => {
  const { stages } = programOf(
    statements(
      { text: 'select token', sent: 1, done: 2 },
      { text: 'begin', sent: 3, done: 6 },
      { text: 'begin', sent: 4, done: 7, connection: 2 },
      { text: 'commit', sent: 8, done: 10 },
      { text: 'commit', sent: 9, done: 11, connection: 2 },
      { text: 'begin read only', sent: 12, done: 13 },
      { text: 'commit', sent: 14, done: 15 },
    ),
    began,
  )
  expect(stages.map(stage => stage.length)).toEqual([2, 1])
})

test('ids made in the request are made anew, older ones and other values stay, the number comes from the counter', () => {
  const { stages, ids } = programOf(
    statements(
      { text: 'begin', sent: 1, done: 2 },
      { text: 'update case_counters', sent: 3, done: 4, rows: [{ last_number: 77 }] },
      { text: 'insert', values: [fresh, old, `send:${fresh}`, 77, 78, null], sent: 5, done: 6 },
      { text: 'commit', sent: 7, done: 8 },
    ),
    began,
  )
  expect(ids).toBe(1)
  expect(stages[0]![0]!.waves[2]![0]!.values).toEqual([
    { kind: 'ids', parts: ['', 0, ''] },
    { kind: 'same', value: old },
    { kind: 'ids', parts: ['send:', 0, ''] },
    { kind: 'number' },
    { kind: 'same', value: 78 },
    { kind: 'same', value: null },
  ])
})
