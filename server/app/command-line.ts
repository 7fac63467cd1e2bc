import { parseArgs } from 'node:util'
import { Unusable } from '#server/platform/unusable.ts'

/** What can be asked of the server's one door. */
export type Command =
  | { kind: 'serve'; sample: boolean; work: boolean }
  | { kind: 'work' }
  | { kind: 'migrate' }
  | { kind: 'seed' }
  | { kind: 'workspace'; name: string; email: string }
  | { kind: 'help' }

export const helpText = `docket serve [--sample] [--no-work]   run the server (and the background work, unless --no-work)
docket work                           run the background work alone, beside servers started with --no-work
docket migrate                        bring the database to this version and stop
docket seed                           fill an empty workspace with a made-up company and stop
docket workspace <name> <e-mail>      add another workspace; prints its owner's first password

Settings come from the environment: see docs/running.md.`

/** Reads the arguments. Throws Unusable with one sentence for what it does not know. */
export function readCommand(args: readonly string[]): Command {
  const [name = 'serve', ...rest] = args[0]?.startsWith('-') ? ['serve', ...args] : args
  const { values, positionals } = parse(rest)
  switch (name) {
    case 'serve':
      return values.help
        ? { kind: 'help' }
        : { kind: 'serve', sample: values.sample, work: !values['no-work'] }
    case 'work':
    case 'migrate':
    case 'seed':
      return { kind: name }
    case 'workspace':
      if (!positionals[0] || !positionals[1])
        throw new Unusable('Say which: docket workspace "Acme" owner@acme.example')
      return { kind: 'workspace', name: positionals[0], email: positionals[1] }
    case 'help':
      return { kind: 'help' }
    default:
      throw new Unusable(`There is no command “${name}”. What there is:\n${helpText}`)
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        sample: { type: 'boolean', default: false },
        'no-work': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Unusable(`${(error as Error).message}. What there is:\n${helpText}`)
  }
}
