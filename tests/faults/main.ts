/** `npm run faults`: nothing acknowledged is lost or doubled, however often we are killed (docs/testing.md). */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { faultsOf } from './ledger/faults-of.ts'
import { type LedgerReport, runLedger } from './ledger/run-ledger.ts'

const helpText =
  'npm run faults -- [--messages 2000] [--replies 200] [--kills 6] [--seed n]. See docs/testing.md.'

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text)
  throw new Error(`--${name} is "${text}", but must be a whole number.`)
}

function figuresOf(report: LedgerReport): string {
  const { messages, replies } = report
  return [
    `${report.kills.server} kills of the server, ${report.kills.database} of PostgreSQL.`,
    `Messages: ${report.acknowledged} acknowledged, ${messages.lost.length} lost, ${messages.doubled.length} doubled, ${messages.quarantined} in quarantine.`,
    `Replies: ${report.repliesAcknowledged} acknowledged, ${replies.lost.length} lost, ${replies.doubled.length} doubled in silence, ${replies.doubledAndShown} doubled and shown, ${replies.shownInDoubt} not arrived and shown, ${report.answersLost} acknowledged by refusal only.`,
    report.settledSeconds === null
      ? `Not everything was understood in time: ${JSON.stringify(report.backlog)}.`
      : `Everything was understood ${report.settledSeconds.toFixed(1)} s after the last kill.`,
  ].join('\n')
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    replies: { type: 'string', default: '200' },
    kills: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(helpText)
else {
  const seed = wholeNumber('seed', values.seed)
  console.log(`Seed ${seed}.`)
  const report = await runLedger({
    messages: wholeNumber('messages', values.messages),
    replies: wholeNumber('replies', values.replies),
    kills: wholeNumber('kills', values.kills),
    seed,
    log: line => console.error(`${(performance.now() / 1000).toFixed(1)} s: ${line}`),
  })
  console.log(figuresOf(report))
  const faults = faultsOf(report)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
