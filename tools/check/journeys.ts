import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, thisMachine } from '#tools/check/chromium.ts'
import { binOf } from '#tools/check/commands.ts'
import { countsOf, playwrightCounts } from '#tools/check/counts.ts'
import type { Findings } from '#tools/check/everything.ts'
import { runStep, tellOutcome } from '#tools/check/steps.ts'
import { repositoryRoot } from '#tools/source/files.ts'

const name = 'journeys'

/** Runs the journeys in the browser, if there are any; without a browser they count as one failed test. */
export async function runJourneys(): Promise<Findings> {
  if (!existsSync(join(repositoryRoot, 'tests/journeys')))
    return { counts: { passed: 0, failed: 0 }, failed: [] }
  const browser = findChromium(thisMachine)
  if ('missing' in browser) {
    tellOutcome({ name, passed: false, seconds: 0, output: browser.missing })
    return { counts: { passed: 0, failed: 1 }, failed: [name] }
  }
  return runIn(browser.path)
}

async function runIn(browser: string): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-journeys-'))
  try {
    const report = join(folder, 'journeys.json')
    const command = [
      ...binOf('@playwright/test', 'playwright'),
      'test',
      ...ownConfig(),
      '--reporter=list,json',
    ]
    const env = { DOCKET_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const outcome = await runStep({ name, command, env })
    tellOutcome(outcome)
    const counts = countsOf(report, playwrightCounts, outcome.passed)
    return { counts, failed: outcome.passed ? [] : [name] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where the journeys' settings are; without any, only their folder is named. */
function ownConfig(): string[] {
  const own = 'tests/journeys/playwright.config.ts'
  if (existsSync(join(repositoryRoot, own))) return [`--config=${own}`]
  return existsSync(join(repositoryRoot, 'playwright.config.ts')) ? [] : ['tests/journeys']
}
