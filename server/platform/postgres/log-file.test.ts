import { appendFileSync, closeSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLogFile } from '#server/platform/postgres/log-file.ts'
import { makeFolder } from '#tests/harness/postgres-owner.ts'

const place = makeFolder()
afterAll(() => place.remove())
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a log that grows too large is emptied while it is open, and one older file is kept', async () => {
  const path = join(place.path, 'full.log')
  const log = openLogFile(path)
  const file = log.open()
  writeSync(file, 'x'.repeat(6 * 1024 * 1024))
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  writeSync(file, 'next line\n')
  expect(statSync(path).size).toBe('next line\n'.length)
  expect(statSync(`${path}.1`).size).toBe(6 * 1024 * 1024)
  closeSync(file)
  log.close()
})

test('what was written since a start can be read, also after the log was emptied', () => {
  const path = join(place.path, 'since.log')
  const log = openLogFile(path)
  closeSync(log.open())
  appendFileSync(path, 'before\n')
  const size = log.size()
  appendFileSync(path, 'FATAL:  no\n')
  expect(log.since(size)).toBe('FATAL:  no\n')
  expect(log.since(10_000)).toBe('')
  log.close()
})
