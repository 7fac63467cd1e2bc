import { existsSync, readFileSync } from 'node:fs'

/** How many tests passed and failed. */
export type Counts = { passed: number; failed: number }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Counts Vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function vitestCounts(report: VitestReport): Counts {
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(one => one.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** Counts Playwright's JSON report; an error outside every test counts as one failed test. */
export function playwrightCounts(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

/** Reads a report, if its command got as far as writing one; a command that failed has at least one failed test. */
export function countsOf<Report>(path: string, count: (report: Report) => Counts, passed: boolean): Counts {
  const counts = existsSync(path)
    ? count(JSON.parse(readFileSync(path, 'utf8')) as Report)
    : { passed: 0, failed: 0 }
  return passed ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
}

/** The last line of a run, for people and programs. */
export function totalLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed`
}
