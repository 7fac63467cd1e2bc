import { totalLine } from '#tools/check/counts.ts'
import type { Findings } from '#tools/check/everything.ts'

/** Says what failed and, in the last line, how many tests passed and failed; sets the exit code. */
export function endWith({ counts, failed }: Findings): void {
  if (failed.length > 0) console.log(`Not well: ${failed.join(', ')}.`)
  console.log(totalLine(counts))
  process.exitCode = failed.length > 0 || counts.failed > 0 ? 1 : 0
}
