import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Postmaster } from '#server/platform/postgres/postmaster.ts'
import { supervise } from '#server/platform/postgres/supervisor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that ends when told to; `deafTo` are the ways of asking that it does not hear. */
function server(pid: number, deafTo: readonly string[] = []) {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const asked: string[] = []
  const postmaster: Postmaster = {
    pid,
    ended,
    interrupt: how => {
      asked.push(how)
      if (!deafTo.includes(how)) end('asked')
    },
  }
  return { postmaster, end, asked }
}

test('B1d: a server that ends by itself is started again, also after failed attempts, within 10 s', async () => {
  const first = server(1)
  const second = server(2)
  const attempts = [first.postmaster, new Error('No memory.'), new Error('No memory.'), second.postmaster]
  const lines: string[] = []
  const supervised = await supervise(
    async () => {
      const next = attempts.shift()
      if (next instanceof Error || !next) throw next
      return next
    },
    line => lines.push(line),
  )
  first.end('it was ended by SIGKILL')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(supervised.pid()).toBe(2)
  expect(lines).toEqual([
    'The database stopped by itself (it was ended by SIGKILL); starting it again.',
    'No memory.',
    'No memory.',
    'The database is back.',
  ])
})

test('a first start that fails is not tried again: the reason goes to whoever started it', async () => {
  let attempts = 0
  const failing = supervise(
    async () => {
      attempts += 1
      throw new Error('No memory.')
    },
    () => undefined,
  )
  await expect(failing).rejects.toThrow('No memory.')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(attempts).toBe(1)
})

test('C6: a stopped server is not started again, and one that does not hear is asked harder', async () => {
  const deaf = server(1, ['fast'])
  let starts = 0
  const supervised = await supervise(
    async () => {
      starts += 1
      return deaf.postmaster
    },
    () => undefined,
  )
  const stopped = supervised.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  await stopped
  expect(deaf.asked).toEqual(['fast', 'immediate'])
  expect(starts).toBe(1)
})

test('C6: stopping between two attempts ends the attempts', async () => {
  const first = server(1)
  const starts: Postmaster[] = [first.postmaster]
  let attempts = 0
  const supervised = await supervise(
    async () => {
      attempts += 1
      const next = starts.shift()
      if (!next) throw new Error('No memory.')
      return next
    },
    () => undefined,
  )
  first.end('it ended with code 1')
  await vi.advanceTimersByTimeAsync(60)
  await supervised.stop()
  const then = attempts
  await vi.advanceTimersByTimeAsync(60_000)
  expect(attempts).toBe(then)
})

test('C6: a server that came back while it was being stopped is stopped as well', async () => {
  const first = server(1)
  const second = server(2)
  const { promise: starting, resolve: comeUp } = Promise.withResolvers<Postmaster>()
  const starts = [Promise.resolve(first.postmaster), starting]
  const supervised = await supervise(
    () => starts.shift() ?? Promise.reject(new Error('one too many')),
    () => undefined,
  )
  first.end('it was ended by SIGKILL')
  await vi.advanceTimersByTimeAsync(100)
  const stopped = supervised.stop()
  comeUp(second.postmaster)
  await stopped
  expect(second.asked).toEqual(['fast'])
})
