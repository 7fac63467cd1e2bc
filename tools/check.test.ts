import { expect, test } from 'vitest'
import { findChromium, type Machine } from '#tools/check/chromium.ts'
import { countsOf, playwrightCounts, totalLine, vitestCounts } from '#tools/check/counts.ts'
import { runStep, runSteps } from '#tools/check/steps.ts'

const script = (name: string, code: string) => ({ name, command: ['-e', code] })

test('a step passes by its exit code and keeps all it said', async () => {
  const said = `process.stdout.write('out '); process.stderr.write('err'); process.exitCode = 3`
  expect(await runStep(script('a', said))).toMatchObject({ name: 'a', passed: false })
  expect((await runStep(script('a', said))).output.split(' ').sort()).toEqual(['err', 'out'])
  expect(await runStep(script('b', ''))).toMatchObject({ passed: true, output: '' })
  expect(await runStep(script('c', 'process.kill(process.pid)'))).toMatchObject({
    passed: false,
    output: '\nended by SIGTERM\n',
  })
})

test('a step gets its own settings, and its commands find this Node first', async () => {
  const tell = `process.stdout.write(process.env.WANTED + ' ' + require('child_process').execSync('node -v'))`
  const outcome = await runStep({ ...script('a', tell), env: { WANTED: 'yes' } })
  expect(outcome.output.trim()).toBe(`yes ${process.version}`)
})

test('a failing step does not keep the others from running', async () => {
  const told: string[] = []
  const steps = ['a', 'b', 'c', 'd'].map(name => script(name, name === 'a' ? 'process.exit(1)' : ''))
  const outcomes = await runSteps(steps, 2, one => told.push(one.name))
  expect(told.sort()).toEqual(['a', 'b', 'c', 'd'])
  expect(outcomes.filter(one => !one.passed).map(one => one.name)).toEqual(['a'])
})

test('tests are counted, and what failed outside of them as one', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map(one => ({ status: one })),
  })
  const testResults = [file('passed', 'passed'), file('failed', 'failed', 'passed'), file('failed')]
  expect(vitestCounts({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
  })
  const stats = { expected: 3, unexpected: 1, flaky: 1 }
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2 })
  expect(totalLine({ passed: 4, failed: 2 })).toBe('4 passed, 2 failed')
})

test('a command that failed without a report counts as one failed test', () => {
  expect(countsOf('no/such/report.json', vitestCounts, false)).toEqual({ passed: 0, failed: 1 })
})

/** A machine that knows the given browsers, and gets more by what it does. */
function machine(known: string[], more: Partial<Machine> & { got?: Record<string, string> } = {}) {
  const done: string[] = []
  const get = (way: string) => () => {
    done.push(way)
    const path = more.got?.[way]
    if (path) known.push(path)
  }
  const usual = {
    chosen: undefined,
    download: '/cache/chrome',
    answers: (path: string) => known.includes(path),
  }
  return { done, machine: { ...usual, downloads: get('download'), installs: get('install'), ...more } }
}

test('the browser that is there is taken, the chosen one first', () => {
  const chosen = machine(['/my/chrome', '/usr/bin/chromium'], { chosen: '/my/chrome' })
  expect(findChromium(chosen.machine)).toEqual({ path: '/my/chrome' })
  const both = machine(['/usr/bin/google-chrome', '/usr/bin/chromium', '/cache/chrome'])
  expect(findChromium(both.machine)).toEqual({ path: '/usr/bin/chromium' })
  const cached = machine(['/cache/chrome'])
  expect(findChromium(cached.machine)).toEqual({ path: '/cache/chrome' })
  expect([...chosen.done, ...both.done, ...cached.done]).toEqual([])
})

test('a chosen browser that does not start is said, not replaced', () => {
  const { machine: broken, done } = machine(['/usr/bin/chromium'], { chosen: '/gone/chrome' })
  expect(findChromium(broken)).toEqual({ missing: expect.stringContaining('/gone/chrome') })
  expect(done).toEqual([])
})

test('else it is downloaded, else installed, else one sentence says what to do', () => {
  const downloading = machine([], { got: { download: '/cache/chrome' } })
  expect(findChromium(downloading.machine)).toEqual({ path: '/cache/chrome' })
  expect(downloading.done).toEqual(['download'])
  const installing = machine([], { got: { install: '/usr/bin/chromium' } })
  expect(findChromium(installing.machine)).toEqual({ path: '/usr/bin/chromium' })
  expect(installing.done).toEqual(['download', 'install'])
  const helpless = machine([], { installs: null })
  expect(findChromium(helpless.machine)).toEqual({ missing: expect.stringContaining('DOCKET_CHROMIUM') })
})
