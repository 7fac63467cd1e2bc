import { type Command, helpText, readCommand } from '#server/app/command-line.ts'
import { runCommand } from '#server/app/run-command.ts'
import { Unusable } from '#server/platform/unusable.ts'

/** The server's one door. What a person must put right is said in one sentence, without a stack. */
try {
  const command: Command = readCommand(process.argv.slice(2))
  if (command.kind === 'help') console.log(helpText)
  else await runCommand(command)
} catch (error) {
  if (!(error instanceof Unusable)) throw error
  console.error(error.message)
  process.exit(1)
}
