import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { UnreadableReason } from '#server/platform/mail/reading-messages.ts'
import { createMailReader, type MailReader, MailUnreadable } from '#server/platform/mail/reading-room.ts'
import { breedMutants } from './breed-mutants.ts'
import { type CorpusMail, corpusMails, corpusMissing, ownSamples } from './mail-corpus.ts'

/** What became of the mutants. Anything but `read` and `malformed` is worth a look at the mail named. */
export type MutantReport = {
  read: number
  refused: Record<UnreadableReason, number>
  slowest: { name: string; ms: number }
  remarkable: { name: string; reason: string; raw: Uint8Array }[]
}

/** Read every mutant in reading processes; throws only where the reader itself gives up, which must not be. */
export async function readMutants(
  mutants: Iterable<CorpusMail>,
  readers: MailReader[],
): Promise<MutantReport> {
  const refused = { deadline: 0, memory: 0, crash: 0, malformed: 0, size: 0 }
  const report: MutantReport = { read: 0, refused, slowest: { name: '', ms: 0 }, remarkable: [] }
  const queue = mutants[Symbol.iterator]()
  await Promise.all(readers.map(reader => drain(queue, reader, report)))
  return report
}

async function drain(queue: Iterator<CorpusMail>, reader: MailReader, report: MutantReport): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const { name, raw } = next.value
    const began = performance.now()
    try {
      await reader.read(raw)
      report.read += 1
    } catch (error) {
      if (!(error instanceof MailUnreadable)) throw error
      report.refused[error.reason] += 1
      if (error.reason !== 'malformed')
        report.remarkable.push({ name, reason: `${error.reason}: ${error.detail}`, raw })
    }
    const ms = performance.now() - began
    if (ms > report.slowest.ms) report.slowest = { name, ms }
  }
}

/** `node tests/faults/mutants.ts --count 200000 --seed 1 --readers 2 --keep folder`: the nightly figure of H2. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200000' },
      seed: { type: 'string', default: '1' },
      readers: { type: 'string', default: '2' },
      keep: { type: 'string' },
    },
  })
  const corpus = corpusMails()
  if (corpus.length === 0) console.log(`Mutants of our own samples only: ${corpusMissing}.`)
  const readers = Array.from({ length: Number(values.readers) }, () => createMailReader())
  const began = performance.now()
  const mutants = breedMutants(Number(values.seed), Number(values.count), [...ownSamples, ...corpus])
  const report = await readMutants(mutants, readers)
  await Promise.all(readers.map(reader => reader.stop()))
  const seconds = (performance.now() - began) / 1_000
  report.remarkable.forEach(({ name, reason, raw }, index) => {
    console.log(`${name}: ${reason}`)
    if (values.keep) writeFileSync(`${values.keep}/mutant-${index + 1}.eml`, raw)
  })
  console.log(`${values.count} mutants, seed ${values.seed}: ${report.read} read, refused`, report.refused)
  console.log(
    `${(Number(values.count) / seconds).toFixed(0)} a second; slowest ${report.slowest.ms.toFixed(0)} ms: ${report.slowest.name}`,
  )
  process.exitCode = report.refused.crash > 0 ? 1 : 0
}

if (import.meta.main) await main()
