import { mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BROUGHT_MAJOR, findBinaries, hydrateLinks } from '#server/platform/postgres/binaries.ts'
import { runProgram } from '#server/platform/postgres/run-program.ts'
import { makeFolder } from '#tests/harness/postgres-owner.ts'

const place = makeFolder()
afterAll(() => place.remove())

test('the brought PostgreSQL runs here and is of the major version that its data folders are checked against', async () => {
  const { output } = await runProgram([findBinaries().postgres, '--version'])
  expect(output).toMatch(new RegExp(`^postgres \\(PostgreSQL\\) ${BROUGHT_MAJOR}\\.`))
})

test('libraries get the short names that an install script did not make; names that are there stay', () => {
  const native = join(place.path, 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libicu.so.60.2'), 'icu')
  writeFileSync(join(native, 'lib', 'libother.so.60'), 'other')
  symlinkSync('libother.so.60', join(native, 'lib', 'libicu.so'))
  const links = ['libicu.so', 'libicu.so.60'].map(name => ({
    source: 'native/lib/libicu.so.60.2',
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  hydrateLinks(native)
  hydrateLinks(native)
  expect(readFileSync(join(native, 'lib', 'libicu.so.60'), 'utf8')).toBe('icu')
  expect(readlinkSync(join(native, 'lib', 'libicu.so'))).toBe('libother.so.60')
})
