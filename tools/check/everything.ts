import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { statementsFolder } from '#tests/harness/statements-folder.ts'
import { binOf } from '#tools/check/commands.ts'
import { type Counts, countsOf, vitestCounts } from '#tools/check/counts.ts'
import { runSteps, type Step, tellOutcome } from '#tools/check/steps.ts'
import { repositoryRoot } from '#tools/source/files.ts'

/** What a run of the check found: its tests, and the names of the steps that failed. */
export type Findings = { counts: Counts; failed: string[] }

function stepsOf(testReport: string): Step[] {
  const types = (project: string) => [...binOf('typescript', 'tsc'), '-p', project]
  const hasWeb = existsSync(join(repositoryRoot, 'web/tsconfig.json'))
  const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`]
  return [
    { name: 'tests', command: [...binOf('vitest', 'vitest'), 'run', ...reporters] },
    {
      name: 'format and lint',
      command: [...binOf('@biomejs/biome', 'biome'), 'ci', colours, '--error-on-warnings', '.'],
    },
    { name: 'house', command: ['tools/house.ts'] },
    { name: 'style rules', command: ['tools/style-rules.ts'] },
    { name: 'types', command: types('tsconfig.json') },
    { name: 'types of the journeys', command: types('tests/journeys/tsconfig.json') },
    ...(hasWeb ? [{ name: 'types of web', command: types('web/tsconfig.json') }] : []),
    { name: 'unused', command: [...binOf('knip', 'knip'), '--no-progress', '--no-config-hints'] },
    { name: 'coverage of spec', command: ['tools/spec-coverage.ts', '--check'] },
    { name: 'schema', command: ['tools/dump-schema.ts', '--check'] },
  ]
}

/** Runs every check but the journeys, two at a time, and tells each as it ends. */
export async function checkEverything(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-check-'))
  try {
    const report = join(folder, 'tests.json')
    rmSync(statementsFolder, { recursive: true, force: true })
    const outcomes = await runSteps(stepsOf(report), 2, tellOutcome)
    // Reads what the tests have left, so it comes after them.
    outcomes.push(
      ...(await runSteps([{ name: 'statements', command: ['tools/statements.ts'] }], 1, tellOutcome)),
    )
    const passed = outcomes.some(one => one.name === 'tests' && one.passed)
    return {
      counts: countsOf(report, vitestCounts, passed),
      failed: outcomes.filter(one => !one.passed).map(one => one.name),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
