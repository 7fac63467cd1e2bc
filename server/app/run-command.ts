import { loadConfig } from '#server/platform/config.ts'
import { beginLifetime, type Lifetime } from '#server/platform/lifetime.ts'
import { type Log, openLog } from '#server/platform/log.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { addWorkspace } from './add-workspace.ts'
import type { Command } from './command-line.ts'
import { fillFirstWorkspace } from './fill-first-workspace.ts'
import { reachDatabase } from './open-database.ts'
import { type Roles, type Running, startDocket } from './start-docket.ts'

/** Does what the command line asked for. Throws Unusable with one sentence. */
export async function runCommand(command: Exclude<Command, { kind: 'help' }>): Promise<void> {
  const config = loadConfig(process.env)
  const log = openLog(config.logLevel)
  const lifetime = beginLifetime({ log: line => log.info(line) })
  try {
    if (command.kind === 'migrate') {
      await reachDatabase(config, lifetime, log)
      return await lifetime.stop('done')
    }
    const running = await startDocket(config, rolesOf(command), lifetime, log)
    await follow(command, running, lifetime, log)
  } catch (error) {
    // A start that was cut off by a signal fails in its own ways; the end is under way already.
    if (lifetime.stopping.aborted) return
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    process.exitCode = 1
    await lifetime.stop('it cannot start')
  }
}

/** What this process does: `sample` also fills the workspace that is about to be set up. */
function rolesOf(command: Exclude<Command, { kind: 'help' }>): Roles {
  if (command.kind !== 'serve') return { serve: false, work: command.kind === 'work', sample: false }
  return { serve: true, work: command.work, sample: command.sample }
}

/** After the start: what people are told, and what else the command asked for. */
async function follow(
  command: Exclude<Command, { kind: 'help' }>,
  running: Running,
  lifetime: Lifetime,
  log: Log,
): Promise<void> {
  switch (command.kind) {
    case 'serve':
      if (command.sample && !running.setupLink) await fillIfEmpty(running.ctx, log)
      return announce(running)
    case 'work':
      return log.info('The background work runs.')
    case 'seed':
      await fillFirstWorkspace(running.ctx)
      return lifetime.stop('done')
    case 'workspace':
      await addWorkspace(running.ctx, command)
      return lifetime.stop('done')
    case 'migrate':
  }
}

/** A server that is started with `--sample` once more goes on with what it holds. */
async function fillIfEmpty(ctx: Running['ctx'], log: Log): Promise<void> {
  try {
    await fillFirstWorkspace(ctx)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    log.warn(error.message)
  }
}

function announce({ publicUrl, smtpPort, setupLink }: Running): void {
  console.log(`Docket runs at ${publicUrl} and takes mail at port ${smtpPort}.`)
  if (setupLink) console.log(`\nSet it up here (once, within seven days):\n  ${setupLink}\n`)
}
