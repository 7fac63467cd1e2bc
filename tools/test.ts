import { endWith } from '#tools/check/end.ts'
import { checkEverything, type Findings } from '#tools/check/everything.ts'
import { runJourneys } from '#tools/check/journeys.ts'

function together(a: Findings, b: Findings): Findings {
  const counts = { passed: a.counts.passed + b.counts.passed, failed: a.counts.failed + b.counts.failed }
  return { counts, failed: [...a.failed, ...b.failed] }
}

endWith(together(await checkEverything(), await runJourneys()))
