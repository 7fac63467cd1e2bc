import { runProgram } from '#server/platform/postgres/run-program.ts'

/**
 * How PostgreSQL is told that its owner is gone, even after kill -9: by the kernel, by a small shell that waits for the
 * end of its input, or (Windows) not at all: there the next start ends it.
 */
export type Tie = 'kernel' | 'shell' | 'none'

/** A command that ends with its owner; with `holdsInput` the owner must keep its standard input open. */
export type TiedCommand = { readonly command: readonly string[]; readonly holdsInput: boolean }

/**
 * Waits for PostgreSQL and ends with its code; a second process reads the input that Docket holds open and interrupts
 * PostgreSQL when it closes. Background jobs of sh have no input of their own, so it is passed on as number 3.
 */
const SHELL_GUARD = `exec 3<&0
"$@" </dev/null 3<&- & server=$!
{ read -r _ <&3; kill -INT $server; } & guard=$!
exec 3<&-
wait $server; code=$?
kill $guard 2>/dev/null
exit $code`

/** The best tie this machine has. */
export async function findTie(): Promise<Tie> {
  if (process.platform === 'win32') return 'none'
  if (process.platform !== 'linux') return 'shell'
  return (await runProgram(['setpriv', '--pdeathsig', 'INT', '--', 'true'])).code === 0 ? 'kernel' : 'shell'
}

/** Ties a command to this process. SIGINT is PostgreSQL's fast shutdown: clean, without waiting for clients. */
export function tied(command: readonly string[], tie: Tie): TiedCommand {
  if (tie === 'kernel')
    return { command: ['setpriv', '--pdeathsig', 'INT', '--', ...command], holdsInput: false }
  if (tie === 'none') return { command, holdsInput: false }
  return { command: ['/bin/sh', '-c', SHELL_GUARD, 'docket-postgres', ...command], holdsInput: true }
}
