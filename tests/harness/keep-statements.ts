import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { knownStatements } from '#server/platform/db/connection.ts'
import { newId } from '#server/platform/ids.ts'
import { statementsFolder } from './statements-folder.ts'

/** Leaves every statement that this test file ran where tools/statements.ts reads them. */
afterAll(() => {
  const statements = knownStatements()
  if (statements.length === 0) return
  mkdirSync(statementsFolder, { recursive: true })
  writeFileSync(join(statementsFolder, `${newId()}.json`), JSON.stringify(statements))
})
