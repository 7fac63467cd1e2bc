import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beginLifetime } from '#server/platform/lifetime.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function life() {
  const heard = new EventEmitter()
  const codes: number[] = []
  const lines: string[] = []
  const lifetime = beginLifetime({
    log: line => lines.push(line),
    exit: code => codes.push(code),
    process: heard,
  })
  return { heard, codes, lines, lifetime }
}

const never = () => new Promise<void>(() => undefined)

test('C6: SIGTERM ends the parts in reverse order, each after the one before has ended', async () => {
  const { heard, codes, lifetime } = life()
  const order: string[] = []
  const { promise: drained, resolve: drain } = Promise.withResolvers<void>()
  lifetime.onStop('database', () => void order.push('database'))
  lifetime.onStop('web server', async () => {
    order.push('web server begins')
    await drained
    order.push('web server ended')
  })
  heard.emit('SIGTERM')
  expect(lifetime.stopping.aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(order).toEqual(['web server begins'])
  drain()
  await lifetime.stop('again')
  expect(order).toEqual(['web server begins', 'web server ended', 'database'])
  expect(codes).toEqual([0])
})

test('C6: a part that never ends is left behind in time for the others, and all is over within 30 s', async () => {
  const { heard, codes, lines, lifetime } = life()
  const ended: string[] = []
  lifetime.onStop('database', () => void ended.push('database'))
  lifetime.onStop('web server', never)
  heard.emit('SIGTERM')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(ended).toEqual(['database'])
  expect(codes).toEqual([1])
  expect(lines).toContain('web server did not stop well: it took too long.')
})

test('C6: even when nothing ends, the process is over after 30 s', async () => {
  const { heard, codes, lifetime } = life()
  lifetime.onStop('database', never)
  lifetime.onStop('web server', never)
  heard.emit('SIGTERM')
  await vi.advanceTimersByTimeAsync(29_000)
  expect(codes).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(codes).toEqual([1])
})

test('C6: a second signal ends it at once, the echo of the first one does not', async () => {
  const { heard, codes, lifetime } = life()
  lifetime.onStop('web server', never)
  heard.emit('SIGINT')
  heard.emit('SIGINT')
  await vi.advanceTimersByTimeAsync(1_500)
  expect(codes).toEqual([])
  heard.emit('SIGINT')
  expect(codes).toEqual([1])
})

test('C6: the end of the launcher ends the process like a signal', async () => {
  const { heard, codes, lifetime } = life()
  const ended: string[] = []
  lifetime.onStop('database', () => void ended.push('database'))
  heard.emit('disconnect')
  await vi.advanceTimersByTimeAsync(0)
  expect([ended, codes]).toEqual([['database'], [0]])
})

test('a part that fails is told and does not keep the others from ending', async () => {
  const { codes, lines, lifetime } = life()
  const ended: string[] = []
  lifetime.onStop('database', () => void ended.push('database'))
  lifetime.onStop('worker', () => Promise.reject(new Error('no answer')))
  await lifetime.stop('test')
  expect([ended, codes]).toEqual([['database'], [1]])
  expect(lines).toContain('worker did not stop well: no answer.')
})
