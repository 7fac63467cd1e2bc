import { expect, test } from 'vitest'
import { createBrake } from './brake.ts'

function braked() {
  const state = { now: 0 }
  return { state, brake: createBrake(() => state.now) }
}

test('D7: ten tries a minute; the eleventh is told how long to wait, another key is free', () => {
  const { state, brake } = braked()
  for (let at = 0; at < 10; at += 1) expect(brake.press('a', 10)).toBeNull()
  state.now = 20_000
  expect(brake.press('a', 10)).toBe(40)
  expect(brake.press('b', 10)).toBeNull()
  state.now = 60_000
  expect(brake.press('a', 10)).toBeNull()
})

test('D7: good tries do not count', () => {
  const { brake } = braked()
  for (let at = 0; at < 100; at += 1) {
    expect(brake.press('a', 10)).toBeNull()
    brake.release('a')
  }
})

test('D7: a stranger with many names cannot fill the memory', () => {
  const { brake } = braked()
  for (let at = 0; at < 60_000; at += 1) brake.press(`k${at}`, 1)
  expect(brake.press('k59999', 1)).not.toBeNull()
  expect(brake.press('k0', 1)).toBeNull()
})
