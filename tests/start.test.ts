import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isAlive } from '#server/platform/postgres/processes.ts'
import { buildSmallHouse, type SmallHouse } from '#tests/harness/small-house.ts'

let house: SmallHouse
beforeEach(() => {
  house = buildSmallHouse()
})
afterEach(() => house.remove())

const echo = ['--run', 'tools/echo.ts']
/** An older Node cannot become another program: it runs it below itself. */
const OLDER = 'process.execve = undefined'

describe('the packages', () => {
  test('are installed once, and the program gets its arguments', async () => {
    const first = await house.start([...echo, 'a b', '--c'])
    expect(first).toMatchObject({ code: 0 })
    expect(JSON.parse(first.out)).toMatchObject({ args: ['a b', '--c'] })
    expect(first.err).toBe('Installing the packages Docket is built from. This takes a moment, once.\n')
    const second = await house.start(echo)
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(house.runs('npm.log')).toBe(1)
  })

  test('are installed anew when the lock file changed', async () => {
    await house.start(echo)
    house.write(
      'package-lock.json',
      '{ "packages": { "": {}, "node_modules/vite": { "version": "2.0.0" } } }',
    )
    await house.start(echo)
    expect(house.runs('npm.log')).toBe(2)
  })

  test.each([
    ['1.0.0', 1],
    ['0.9.0', 2],
  ])('that npm was asked for by hand are taken if they are the right ones (%s)', async (version, runs) => {
    await house.start(echo)
    rmSync(house.path('node_modules/.docket-lock'))
    const hidden = { packages: { 'node_modules/vite': { version } } }
    house.write('node_modules/.package-lock.json', JSON.stringify(hidden))
    await house.start(echo)
    expect(house.runs('npm.log')).toBe(runs)
  })

  test("in a linked folder are somebody else's and left alone", async () => {
    await house.start(echo)
    renameSync(house.path('node_modules'), house.path('elsewhere'))
    symlinkSync(house.path('elsewhere'), house.path('node_modules'))
    rmSync(house.path('elsewhere/.docket-lock'))
    expect(await house.start(echo)).toMatchObject({ code: 0 })
    expect(house.runs('npm.log')).toBe(1)
  })
})

describe('packages', () => {
  test("that cannot be installed give npm's words and one sentence", async () => {
    house.write('npm-fails', '')
    const { code, err } = await house.start(echo)
    expect(code).toBe(1)
    expect(err).toContain('npm error network')
    expect(err).toContain('The packages could not be installed')
  })

  test('are installed too when the lock file names fewer machines than the registry serves', async () => {
    house.write('lock-is-short', '')
    expect(await house.start(echo)).toMatchObject({ code: 0 })
    const calls = readFileSync(house.path('npm.log'), 'utf8').split('\n')
    expect(calls[1]).toMatch(/^install --no-save /)
    expect(await house.start(echo)).toMatchObject({ code: 0, err: '' })
  })

  test('are installed once by two starts at once', async () => {
    const both = await Promise.all([house.start(echo), house.start(echo)])
    expect(both.map(one => one.code)).toEqual([0, 0])
    expect(house.runs('npm.log')).toBe(1)
  })
})

describe('the pages for the browser', () => {
  beforeEach(() => {
    house.write('web/vite.config.ts', '')
    house.write('web/main.tsx', '1')
    house.write('domain/rule.ts', '1')
  })

  test('are built before the server starts, and again when what they are made of changed', async () => {
    const first = await house.start(['--sample'])
    expect(JSON.parse(first.out)).toMatchObject({ args: ['serve', '--sample'] })
    await house.start([])
    house.write('domain/rule.test.ts', 'a test')
    await house.start([])
    expect(house.runs('vite.log')).toBe(1)
    house.write('domain/rule.ts', '2')
    await house.start([])
    expect(house.runs('vite.log')).toBe(2)
    rmSync(house.path('web/dist'), { recursive: true })
    await house.start([])
    expect(house.runs('vite.log')).toBe(3)
  })

  test.each([
    ['tools/test.ts', 1],
    ['tools/pictures.ts', 1],
    ['tests/bench/main.ts', 1],
    ['tools/check.ts', 0],
  ])('for %s: built %i times', async (file, times) => {
    house.write(file, '')
    expect(await house.start(['--run', file])).toMatchObject({ code: 0 })
    expect(house.runs('vite.log')).toBe(times)
  })

  test("that cannot be built give vite's words and one sentence", async () => {
    house.write('vite-fails', '')
    const { code, err, out } = await house.start([])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/no such component\nThe pages for the browser could not be built/)
  })
})

describe('the program', () => {
  test('takes the place of the launcher where Node can do that', async context => {
    if (!('execve' in process)) context.skip('this Node cannot')
    const { out, pid } = await house.start(echo)
    expect(JSON.parse(out)).toMatchObject({ pid })
  })

  test('runs below an older Node, which passes on how it ended', async () => {
    house.write('tools/fail.ts', 'process.exit(7)')
    house.write('tools/die.ts', "process.kill(process.pid, 'SIGKILL')")
    expect(await house.start(['--run', 'tools/fail.ts'], OLDER)).toMatchObject({ code: 7 })
    expect(await house.start(['--run', 'tools/die.ts'], OLDER)).toMatchObject({ code: 137 })
  })

  test('needs Node 24 where none was brought', async () => {
    const strange = "Object.defineProperty(process, 'arch', { value: 'mips' })"
    const old = "Object.defineProperty(process, 'versions', { value: { node: '20.0.0' } })"
    expect(await house.start(echo, strange)).toMatchObject({ code: 0 })
    const { code, err } = await house.start(echo, `${strange};${old}`)
    expect(code).toBe(1)
    expect(err).toContain('-mips), and Node 20.0.0 is too old: install Node 24 or newer and start again.')
  })
})

describe('C6: the program ends with its launcher', () => {
  const liveOn = ['--run', fileURLToPath(import.meta.resolve('#tests/harness/live-on.ts'))]

  async function launchLiving(before?: string) {
    await house.start(echo)
    const launcher = house.launch(liveOn, before)
    const lines = createInterface(launcher.stdout!)
    const [ready] = await once(lines, 'line')
    return { launcher, lines, pid: Number(String(ready).split(' ')[1]) }
  }

  test.each([
    ['itself', undefined],
    ['below an older Node', OLDER],
  ])('stopped by a signal (%s)', async (_how, before) => {
    const { launcher, lines, pid } = await launchLiving(before)
    const last = once(lines, 'line')
    const exit = once(launcher, 'exit')
    launcher.kill('SIGTERM')
    expect(await last).toEqual(['stopping'])
    expect(await exit).toEqual([0, null])
    expect(isAlive(pid)).toBe(false)
  })

  test('when an older launcher is killed with -9', async () => {
    const { launcher, lines, pid } = await launchLiving(OLDER)
    expect(pid).not.toBe(launcher.pid)
    const last = once(lines, 'line')
    launcher.kill('SIGKILL')
    expect(await last).toEqual(['stopping'])
    await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 })
  })
})

test('nothing but what was asked for is left behind', async () => {
  mkdirSync(house.path('web'))
  writeFileSync(house.path('web/vite.config.ts'), '')
  const before = readdirSync(house.path())
  await house.start([])
  const after = readdirSync(house.path()).filter(name => !before.includes(name))
  expect(after.sort()).toEqual(['node_modules', 'npm.log', 'vite.log'])
})
