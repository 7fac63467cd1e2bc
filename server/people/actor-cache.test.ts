import { expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import { createActorCache } from './actor-cache.ts'

const actor = (workspaceId: string, userId: string): Actor => ({
  workspaceId,
  userId,
  name: 'Ada',
  role: 'agent',
  permissions: [],
  channelLevels: {},
  memberOfChannels: [],
  teamIds: [],
  groupIds: [],
})

/** A cache on a clock of its own that counts how often it had to load. */
function counted() {
  const state = { now: 0, loads: 0 }
  const cache = createActorCache(() => state.now)
  const get = (key: string, found: Actor | null = actor('w', key)) =>
    cache.get(key, async () => {
      state.loads += 1
      return found
    })
  return { state, cache, get }
}

test('A5: an actor is remembered for three seconds and not longer', async () => {
  const { state, get } = counted()
  await get('a')
  state.now = 2_999
  await get('a')
  expect(state.loads).toBe(1)
  state.now = 3_000
  await get('a')
  expect(state.loads).toBe(2)
})

test('requests that come together share one load; nobody is not remembered', async () => {
  const { state, get } = counted()
  await Promise.all([get('a'), get('a'), get('a')])
  expect(state.loads).toBe(1)
  await get('b', null)
  await get('b', null)
  expect(state.loads).toBe(3)
})

test('Z6: forgetting drops the person, or everybody of the workspace, and leaves the others', async () => {
  const { state, cache, get } = counted()
  const load = async () => {
    await get('a', actor('one', 'ann'))
    await get('b', actor('one', 'bob'))
    await get('c', actor('two', 'cat'))
  }
  await load()
  cache.forget('one', 'ann')
  await load()
  expect(state.loads).toBe(4)
  cache.forget('one')
  await load()
  expect(state.loads).toBe(6)
  cache.forget()
  await load()
  expect(state.loads).toBe(9)
})

test('Z6: what was being loaded when something changed is not remembered', async () => {
  const { state, cache, get } = counted()
  const slow = cache.get('a', () => new Promise(resolve => setImmediate(() => resolve(actor('one', 'ann')))))
  cache.forget('one', 'ann')
  await slow
  await get('a')
  expect(state.loads).toBe(1)
})

test('a failed load is not remembered', async () => {
  const { state, cache, get } = counted()
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  await get('a')
  expect(state.loads).toBe(1)
})

test('the cache stays bounded: ten thousand and one actors push the oldest out', async () => {
  const { state, get } = counted()
  for (let at = 0; at <= 10_000; at += 1) await get(`k${at}`)
  await get('k10000')
  expect(state.loads).toBe(10_001)
  await get('k0')
  expect(state.loads).toBe(10_002)
})
