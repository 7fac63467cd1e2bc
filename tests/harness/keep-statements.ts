import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { knownStatements } from '#server/platform/db/connection.ts'
import { newId } from '#server/platform/ids.ts'

/** Leaves every statement that this test file ran where tools/statements.ts reads them. */
afterAll(() => {
  const statements = knownStatements()
  if (statements.length === 0) return
  const folder = join(import.meta.dirname, '../../node_modules/.cache/docket/statements')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${newId()}.json`), JSON.stringify(statements))
})
