import type { Memory } from './processes.ts'
import type { Measured } from './rounds.ts'
import type { ScenarioName } from './scenarios.ts'
import type { MailFigures } from './take-mail.ts'

/** Everything one run found out. */
export type Report = {
  readonly cases: number
  readonly messages: number
  readonly clients: number
  readonly seconds: number
  /** Milliseconds from the start of the process to its first request: on an empty folder, and again on the filled one. */
  readonly start: { readonly firstMs: number; readonly warmMs: number }
  readonly memory: { readonly idle: Memory | null; readonly loaded: Memory | null }
  readonly measured: readonly Measured[]
  readonly mail: MailFigures | null
}

/** What DESIGN §8 asks of one scenario: in words, and whether it is reached. */
type Bar = { readonly words: string; readonly reached: (measured: Measured) => boolean }

const readBar: Bar = {
  words: '50 % of bare, p99 < 25',
  reached: ({ docket, bare }) => docket.perSecond >= bare.perSecond * 0.5 && docket.p99 < 25,
}
const searchBar: Bar = { words: 'p95 < 100', reached: ({ docket }) => docket.p95 < 100 }
const writeBar: Bar = {
  words: '50 % of SQL',
  reached: ({ docket, sql }) => docket.perSecond >= sql.perSecond * 0.5,
}

function barOf(scenario: ScenarioName): Bar {
  if (scenario === 'create' || scenario === 'reply') return writeBar
  return scenario === 'search' ? searchBar : readBar
}

/** The report as text: one table, then start and memory (DESIGN §8). */
export function tableOf(report: Report): string {
  const { cases, messages, clients, seconds } = report
  const head = `${cases} cases, ${messages} messages, ${clients} clients, ${seconds} rounds of 1 s for each way. Milliseconds are p50 / p99.`
  const rows = report.measured.map(rowOf)
  return [head, '', ...aligned([titles, ...rows]), '', ...startAndMemory(report)].join('\n')
}

const titles = [
  '',
  'Docket/s',
  'ms',
  'CPU ms',
  'bare/s',
  'ms',
  'CPU ms',
  'SQL/s',
  'ms',
  'CPU ms',
  'of bare',
  'of SQL',
  'bar',
  '',
]

function rowOf(measured: Measured): string[] {
  const { docket, bare, sql } = measured
  const bar = barOf(measured.scenario)
  const failures = docket.failures + bare.failures + sql.failures
  return [
    measured.title,
    ...[docket, bare, sql].flatMap(one => [
      one.perSecond.toFixed(0),
      `${one.p50.toFixed(1)} / ${one.p99.toFixed(1)}`,
      one.cpuMs === null ? '-' : one.cpuMs.toFixed(2),
    ]),
    percent(docket.perSecond / bare.perSecond),
    percent(docket.perSecond / sql.perSecond),
    bar.words,
    failures > 0 ? `${failures} FAILED` : bar.reached(measured) ? 'reached' : 'MISSED',
  ]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

function startAndMemory({ start, memory, mail }: Report): string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const megabytes = (one: Memory | null) =>
    one
      ? `${one.server + one.children + one.database} MB (server ${one.server}, its helpers ${one.children}, PostgreSQL ${one.database})`
      : 'not known on this system'
  return [
    ...(mail
      ? [
          `Mail: ${mail.takenPerSecond.toFixed(0)}/s taken, ${mail.keptPerSecond.toFixed(0)}/s read and kept, of ${mail.mails} mails at once (bar: 300).`,
        ]
      : []),
    `Start: ${seconds(start.warmMs)} warm (bar: 3 s), ${seconds(start.firstMs)} on an empty folder.`,
    `Memory: idle ${megabytes(memory.idle)} (bar: 256 MB), after the load ${megabytes(memory.loaded)} (bar: 512 MB).`,
  ]
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
}
