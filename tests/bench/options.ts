import { parseArgs } from 'node:util'
import { allNames } from './scenarios.ts'

type Name = (typeof allNames)[number]

export type Options = {
  readonly cases: number
  readonly seconds: number
  readonly clients: number
  readonly only: readonly Name[]
  readonly json: boolean
  /** A data folder to seed, or to use again as it was seeded before; null for one that is thrown away. */
  readonly data: string | null
}

export const helpText = `npm run bench -- [--cases 10000] [--seconds 5] [--clients 8] [--only list,case] [--data folder] [--json]
What can be measured: ${allNames.join(', ')}. See docs/testing.md.`

/** Reads the command line. Throws an Error with one sentence for what it does not know. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '8' },
      only: { type: 'string', default: allNames.join(',') },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    cases: wholeNumber('cases', values.cases, 1_000),
    seconds: wholeNumber('seconds', values.seconds, 1),
    clients: wholeNumber('clients', values.clients, 1),
    only: values.only.split(',').map(scenarioNamed),
    json: values.json,
    data: values.data ?? null,
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new Error(`--${name} is "${text}", but must be a whole number from ${least} on.`)
}

function scenarioNamed(text: string): Name {
  const found = allNames.find(name => name === text.trim())
  if (found) return found
  throw new Error(`There is no "${text}" to measure. What there is: ${allNames.join(', ')}.`)
}
