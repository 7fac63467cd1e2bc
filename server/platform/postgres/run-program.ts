import { spawn } from 'node:child_process'

/** How a program ended; `output` is what it wrote to both of its streams. */
export type Outcome = { readonly code: number | null; readonly output: string }

/** Another account to run as; only root can. */
export type Account = { readonly uid: number; readonly gid: number }

/**
 * The environment PostgreSQL's programs get: none of the operator's PG* variables, English messages, and on Windows what
 * any program needs.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']
  const pairs = kept.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(pairs), LC_ALL: 'C' }
}

/** Runs a program to its end. A program that cannot be started has code null and the reason as its output. */
export function runProgram(
  command: readonly string[],
  options: { readonly input?: string; readonly account?: Account | undefined } = {},
): Promise<Outcome> {
  const [program = '', ...args] = command
  return new Promise(resolve => {
    const child = spawn(program, args, { env: plainEnvironment(), ...options.account, windowsHide: true })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    child.on('error', error => resolve({ code: null, output: error.message }))
    child.on('close', code => resolve({ code, output }))
  })
}
