import { expect, test } from 'vitest'
import { breedMutants } from '#tests/faults/breed-mutants.ts'
import { corpusMails, corpusMissing, ownSamples } from '#tests/faults/mail-corpus.ts'
import { readMutants } from '#tests/faults/mutants.ts'
import { createMailReader } from './reading-room.ts'

const corpus = corpusMails()
const source = corpus.length === 0 ? `our own samples; ${corpusMissing}` : `${corpus.length} real mails`

test(`H2: 2,000 seeded mutants of ${source}: each is read or refused by name, none ends the process`, async () => {
  const readers = [createMailReader(), createMailReader()]
  const { remarkable, ...report } = await readMutants(
    breedMutants(1, 2_000, [...ownSamples, ...corpus]),
    readers,
  )
  await Promise.all(readers.map(reader => reader.stop()))
  expect(report.read + report.refused.malformed).toBe(2_000)
  expect(remarkable.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([])
}, 120_000)

test('H2: the same seed breeds the same mutants', () => {
  const breed = (seed: number) =>
    [...breedMutants(seed, 50, ownSamples)].map(({ raw }) => Buffer.from(raw).toString('hex'))
  expect(breed(3)).toEqual(breed(3))
  expect(breed(3)).not.toEqual(breed(4))
})
