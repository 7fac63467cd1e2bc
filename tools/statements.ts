import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { statementsFolder as folder } from '#tests/harness/statements-folder.ts'
import { repositoryRoot } from '#tools/source/files.ts'
import { limitsByParameter, unboundTables } from '#tools/statements/inspect.ts'

const tenants = new Set(
  [
    ...readFileSync(join(repositoryRoot, 'migrations/0005_walls.sql'), 'utf8').matchAll(/^ {4}'.*$/gmu),
  ].flatMap(line => [...line[0].matchAll(/'(\w+)'/gu)].map(name => name[1]!)),
)
const statements = new Set(
  existsSync(folder)
    ? readdirSync(folder).flatMap(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as string[])
    : [],
)
const breaches: string[] = []
for (const statement of statements) {
  const unbound = await unboundTables(statement, tenants)
  if (unbound.length > 0) breaches.push(`${unbound.join(', ')} without workspace_id in: ${statement}`)
  if (await limitsByParameter(statement, tenants))
    breaches.push(`The limit is a parameter, write it out in: ${statement}`)
}
if (breaches.length > 0) {
  console.error(breaches.join('\n'))
  process.exitCode = 1
} else {
  console.log(
    `All ${statements.size} statements that the tests ran name their workspace for each of ${tenants.size} tenant tables and write out their limits.`,
  )
}
