import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig, readSettings } from '#server/platform/config.ts'
import { Unusable } from '#server/platform/unusable.ts'

const place = mkdtempSync(join(tmpdir(), 'docket-config-'))
afterAll(() => rmSync(place, { recursive: true }))

function refusal(env: Record<string, string>): string {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof Unusable) return error.message
    throw error
  }
  return 'accepted'
}

test('an empty environment gives the defaults of a first start', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    url: null,
    dataFolder: resolve('data'),
    database: { kind: 'embedded' },
    smtpPort: 2525,
    owner: null,
    secret: null,
    smtpUrl: null,
    testClock: false,
    production: false,
    logLevel: 'info',
    requestsPerMinute: 1200,
  })
})

test('an empty value counts as left out', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', DOCKET_OWNER_EMAIL: '' })).toEqual(readSettings({}))
})

describe('DATABASE_URL', () => {
  test.each([
    'postgres://docket:pw@db.example.com/docket',
    'postgresql://docket:pw@a:5432,b:5433,c/docket?sslmode=require',
    'postgres://docket:pw@%2Fvar%2Frun/docket',
    'postgres://docket@[::1]:5432/docket',
    'postgres://docket:pw@/docket?host=/var/run',
  ])('%s is taken', url => {
    expect(readSettings({ DATABASE_URL: url }).database).toEqual({ kind: 'external', url, directUrl: url })
  })

  test('has a direct sibling for what a pooler cannot carry', () => {
    const urls = { DATABASE_URL: 'postgres://p@pooler/docket', DIRECT_DATABASE_URL: 'postgres://p@db/docket' }
    expect(readSettings(urls).database).toMatchObject({
      url: urls.DATABASE_URL,
      directUrl: urls.DIRECT_DATABASE_URL,
    })
  })
})

describe('M5: one wrong value gives one sentence', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT is "http", but must be a port number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536", but must be a port number from 0 to 65535.'],
    [{ DOCKET_SMTP_PORT: '-1' }, 'DOCKET_SMTP_PORT is "-1", but must be a port number from 0 to 65535.'],
    [{ DOCKET_URL: 'care.example.com' }, 'DOCKET_URL is "care.example.com", but must be like'],
    [{ DOCKET_URL: 'https://example.com/care' }, 'without a path'],
    [{ DOCKET_OWNER_EMAIL: 'anna', DOCKET_OWNER_PASSWORD: 'x' }, 'must be an e-mail address'],
    [{ DOCKET_OWNER_EMAIL: 'anna@example.com' }, 'belong together'],
    [{ DOCKET_OWNER_TOKEN: 'abc' }, 'without an owner'],
    [{ DIRECT_DATABASE_URL: 'postgres://a@b/c' }, 'without DATABASE_URL'],
    [{ DOCKET_SECRET: 'short' }, 'DOCKET_SECRET is too short'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must look like'],
    [{ DOCKET_LOG: 'loud' }, 'DOCKET_LOG is "loud", but must be one of trace'],
    [{ DOCKET_TEST_CLOCK: 'yes' }, 'must be 1 or left out'],
    [{ DOCKET_TEST_CLOCK: '1', NODE_ENV: 'production' }, 'refused while NODE_ENV is production'],
  ])('%o', (env, sentence) => {
    expect(refusal(env)).toContain(sentence)
    expect(refusal(env).split('\n')).toHaveLength(1)
  })

  test('several wrong values give a line each', () => {
    expect(refusal({ PORT: 'x', DOCKET_LOG: 'y' }).split('\n')).toHaveLength(2)
  })

  test('a database address is not repeated: it may hold a password', () => {
    const sentence = refusal({ DATABASE_URL: 'mysql://docket:hunter2@db/docket' })
    expect(sentence).toContain('DATABASE_URL must look like postgres://')
    expect(sentence).not.toContain('hunter2')
  })
})

test('the test clock is allowed outside production', () => {
  expect(readSettings({ DOCKET_TEST_CLOCK: '1' }).testClock).toBe(true)
})

describe('the secret', () => {
  test('is made once, kept for this account alone and found again', () => {
    const env = { DOCKET_DATA: join(place, 'made') }
    const first = loadConfig(env).secret
    expect(Buffer.from(first, 'base64url')).toHaveLength(32)
    expect(loadConfig(env).secret).toBe(first)
    expect(statSync(join(place, 'made', 'secrets', 'session')).mode & 0o777).toBe(0o600)
  })

  test('of the environment is used and not written down', () => {
    const secret = 's'.repeat(32)
    expect(loadConfig({ DOCKET_DATA: join(place, 'given'), DOCKET_SECRET: secret }).secret).toBe(secret)
    expect(() => readFileSync(join(place, 'given', 'secrets', 'session'))).toThrow()
  })

  test('that is damaged is not silently replaced', () => {
    const env = { DOCKET_DATA: join(place, 'damaged') }
    loadConfig(env)
    writeFileSync(join(place, 'damaged', 'secrets', 'session'), '')
    expect(() => loadConfig(env)).toThrow(/is damaged: put the file back from a backup/)
  })
})

test('a data folder below a file is refused with one sentence', () => {
  writeFileSync(join(place, 'file'), '')
  expect(() => loadConfig({ DOCKET_DATA: join(place, 'file', 'data') })).toThrow(
    /^Docket cannot keep its data in \S+: a part of its path is a file\. Set DOCKET_DATA/,
  )
})
