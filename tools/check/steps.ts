import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { repositoryRoot } from '#tools/source/files.ts'

/** One part of the check: a name for people and what Node is given to run it. */
export type Step = { name: string; command: readonly string[]; env?: Record<string, string> }

/** How a step ended; `output` is all it said, both streams in order. */
export type Outcome = { name: string; passed: boolean; seconds: number; output: string }

const patience = 20 * 60_000

/** Runs a step with the Node that runs this, and everything it starts with the same Node. Never throws. */
export function runStep(step: Step): Promise<Outcome> {
  const started = performance.now()
  const child = spawn(process.execPath, step.command, {
    cwd: repositoryRoot,
    env: { ...process.env, ...colours(), PATH: ownNodeFirst(), ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
  })
  hold(child)
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  return new Promise(done => {
    const end = (passed: boolean, last = '') => {
      letGo(child)
      const seconds = (performance.now() - started) / 1000
      done({ name: step.name, passed, seconds, output: Buffer.concat(said).toString('utf8') + last })
    }
    child.on('error', error => end(false, error.message))
    child.on('close', (code, signal) => end(code === 0, signal ? `\nended by ${signal}\n` : ''))
  })
}

const running = new Set<ChildProcess>()

/** Whoever stops the check stops what it started. */
function stopAll(): void {
  for (const child of running) child.kill()
  process.exit(130)
}

function hold(child: ChildProcess): void {
  if (running.size === 0) process.on('SIGTERM', stopAll).on('SIGINT', stopAll)
  running.add(child)
}

function letGo(child: ChildProcess): void {
  running.delete(child)
  if (running.size === 0) process.off('SIGTERM', stopAll).off('SIGINT', stopAll)
}

function colours(): Record<string, string> {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
}

function ownNodeFirst(): string {
  return [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter)
}

/** Runs steps side by side, `lanes` at a time and in their order, telling each outcome as it comes. */
export async function runSteps(
  steps: readonly Step[],
  lanes: number,
  tell: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = [...steps]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step)
      outcomes.push(outcome)
      tell(outcome)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes
}

/** One line for a step that passed, with what it had to leave out; for one that failed all that it said. */
export function tellOutcome({ name, passed, seconds, output }: Outcome): void {
  const line = `${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1)} s`
  const leftOut = output.startsWith('Left out') ? `  ${output.trim()}` : ''
  console.log(passed ? line + leftOut : `${line}\n${output.trimEnd()}\n`)
}
